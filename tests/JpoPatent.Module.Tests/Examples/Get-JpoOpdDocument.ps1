# What the examples of Get-JpoOpdDocument promise, one script block an example.
@(
    {
        param($Result)
        $Result.DocumentName | Should -Be '拒絶理由通知書'
        $Result.ApplicationNumber | Should -Be '2015500001'
    }
    {
        param($Result, $Folder)
        $Result | Should -BeLike 'US.201414341576.A_*.pdf'
        @(Get-ChildItem "$Folder/dossier").Name | Should -Be $Result
    }
    {
        param($Result)
        $Result.DocumentName | Should -Be '拒絶理由通知書'
        $Result.DocumentNumber | Should -Be '06117288236'
    }
    {
        param($Result, $Errors)
        $Result | Should -BeNullOrEmpty
        $Errors.Count | Should -Be 1
        $Errors[0].FullyQualifiedErrorId | Should -BeLike 'JpoNoDocument,*'
    }
    {
        param($Result)
        $Result.MediaType | Should -Be 'application/pdf'
        $Result.FileName | Should -BeLike '*_EN.pdf'
    }
)
