BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0 -OpdRequestsPerMinute 0
    $script:cases = @(1..30 | ForEach-Object { '特願2019-{0:000000}' -f ($_ * 997) } | Get-JpoPatentProgress -ErrorAction SilentlyContinue)

    function Assert-Fit {
        param($Object, [int] $Width = 120)

        $lines = ($Object | Out-String -Width $Width) -split '\r?\n'
        foreach ($line in $lines) { Measure-TestWidth $line | Should -BeLessOrEqual $Width -Because $line }
        $lines
    }

    function Get-Completion {
        param([string] $Line)

        (TabExpansion2 $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
    }
}

AfterAll { Disconnect-JpoApi }

Describe 'At the prompt' {
    It 'a PatentProgress is a table of one line a case that fits 120 columns' {
        $cases.Count | Should -BeGreaterThan 10
        $lines = Assert-Fit $cases
        @($lines | Where-Object { $_ -match '^2019\d{6} ' }).Count | Should -Be $cases.Count
        $header = @($lines | Where-Object { $_.Trim() })[0]
        foreach ($column in 'Application', 'Filed', 'State', 'Title') { $header | Should -Match $column }
        $row = @($lines | Where-Object { $_ -match '^2019\d{6} ' })[0]
        $row | Should -Match ' \d{4}-\d\d-\d\d '
    }

    It 'the table of <Cmdlet> fits 120 columns' -ForEach @(
        @{ Cmdlet = 'Get-JpoPatentNumber' }, @{ Cmdlet = 'Get-JpoPatentPriority' }, @{ Cmdlet = 'Get-JpoPatentDivisional' }, @{ Cmdlet = 'Get-JpoPatentCitation' }
        @{ Cmdlet = 'Get-JpoPatentRegistration' }, @{ Cmdlet = 'Get-JpoPatentUrl' }, @{ Cmdlet = 'Get-JpoOpdFamily' }, @{ Cmdlet = 'Get-JpoOpdDocumentList' }, @{ Cmdlet = 'Get-JpoOpdCitation' }
    ) {
        $answers = @($cases | Select-Object -First 8 | & $Cmdlet -ErrorAction SilentlyContinue)
        $answers.Count | Should -BeGreaterThan 0
        $null = Assert-Fit $answers
    }

    It 'the tables of designs, trademarks, applicants, numbers, estimates and connections fit 120 columns' {
        $null = Assert-Fit (1..8 | ForEach-Object { '意願2020-{0:000000}' -f ($_ * 97) } | Get-JpoDesignProgress -ErrorAction SilentlyContinue)
        $null = Assert-Fit (1..8 | ForEach-Object { '商願2020-{0:000000}' -f ($_ * 97) } | Get-JpoTrademarkProgress -ErrorAction SilentlyContinue)
        $null = Assert-Fit ($cases[0].Applicants | Get-JpoApplicant)
        $null = Assert-Fit (ConvertTo-JpoNumber 特願2020-123456, 特許第7533889号, PCT/JP2019/011858)
        $null = Assert-Fit (Measure-JpoQuota patent/app_progress -Count 5000)
        $null = Assert-Fit (Get-JpoConnection)
    }

    It 'every type that a cmdlet gives has a view of its own' {
        $types = (Get-Command -Module JpoPatent).OutputType.Type | Where-Object Namespace -EQ 'JpoPatent' | Select-Object -Unique
        $missing = foreach ($type in $types) { if (-not (Get-FormatData -TypeName $type.FullName)) { $type.Name } }
        $missing | Should -BeNullOrEmpty
    }

    It 'a list shows dates as days, without a time of day' {
        $text = $cases[0] | Format-List | Out-String
        $text | Should -Match '(?m)^FilingDate\s+: \d{4}-\d\d-\d\d\r?$'
    }

    It 'lists in a table cell or a text are readable' {
        "$($cases[0])" | Should -Be $cases[0].ApplicationNumber
        "$($cases[0].Applicants[0])" | Should -Be $cases[0].Applicants[0].Name
        "$($cases[0].LatestDocument)" | Should -Match '^\d{4}-\d\d-\d\d \S'
        "$(Get-JpoQuota patent/app_progress)" | Should -Match '^patent/app_progress: \d+/800$'
    }

    It 'an error says in one line what is wrong, and what to do' {
        $null = Get-JpoPatentProgress 20208423 -ErrorVariable problem -ErrorAction SilentlyContinue
        $text = $problem[0] | Out-String -Width 400
        $text | Should -Match '20208423'
        $text | Should -Match ([regex]::Escape($problem[0].ErrorDetails.RecommendedAction.Substring(0, 20)))
    }
}

Describe 'Tab completion' {
    It 'offers the properties after a pipe: <Line>' -ForEach @(
        @{ Line = 'Get-JpoPatentProgress | Select-Object -Property '; Expected = 'ApplicationNumber', 'InventionTitle', 'FilingDate', 'LatestDocument', 'RetrievedAt', 'FromCache' }
        @{ Line = 'Get-JpoPatentProgress | Where-Object Fil'; Expected = , 'FilingDate' }
        @{ Line = 'Get-JpoPatentProgress | Sort-Object Exp'; Expected = , 'ExpireDate' }
        @{ Line = 'Get-JpoQuota | Select-Object -Property R'; Expected = 'Remaining', 'ResetsAt' }
        @{ Line = '(Get-JpoPatentProgress 2020000001).Latest'; Expected = , 'LatestDocument' }
        @{ Line = 'Get-JpoPatentProgress | ForEach-Object { $_.Inv'; Expected = , 'InventionTitle' }
        @{ Line = 'Get-JpoOpdCitation x | Select-Object -Property '; Expected = 'Kind', 'Ipcs' }
        @{ Line = 'Get-JpoTrademarkProgress | Select-Object -Property Goods'; Expected = , 'GoodsServices' }
    ) {
        $offered = Get-Completion $Line
        foreach ($name in $Expected) { $offered | Should -Contain $name }
    }

    It 'offers cmdlets and values' {
        Get-Completion 'Get-JpoPatentProg' | Should -Contain 'Get-JpoPatentProgress'
        Get-Completion 'Get-JpoApplicant -Law ' | Should -Be 'Design', 'Patent', 'Trademark'
        Get-Completion 'ConvertTo-JpoNumber 2020-1 -Kind Reg' | Should -Be 'Registration'
    }

    It 'offers nothing that has to do with secrets' {
        Get-Completion '(Get-JpoConnection).' | Where-Object { $_ -match 'client|token$|password|credential|secret' } | Should -BeNullOrEmpty
    }
}
