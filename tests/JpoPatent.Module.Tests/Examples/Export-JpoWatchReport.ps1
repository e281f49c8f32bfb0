# What the examples of Export-JpoWatchReport promise, one script block an example.
@(
    {
        param($Result)
        $Result | Should -Be 'report.html'
    }
    {
        param($Result)
        $Result | Should -BeTrue
    }
    {
        param($Result, $Folder)
        "$($Result.Name) $($Result.Exists)" | Should -Be 'copy.html True'
        [System.IO.File]::ReadAllText("$Folder/copy.html") | Should -Match '</html>'
        @(Get-ChildItem $Folder -File).Name | Should -Contain 'watch.jsonl'
    }
)
