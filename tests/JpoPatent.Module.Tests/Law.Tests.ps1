BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule

    # Every cmdlet that takes a number, by what its parameters are, so that a new one is in the sweep by itself.
    $script:takers = Get-Command -Module JpoPatent -CommandType Cmdlet |
        Where-Object { $_.Parameters.Values.ParameterType.FullName -contains 'JpoPatent.JpoNumberInput[]' -and $_.Name -ne 'ConvertTo-JpoNumber' } |
        ForEach-Object {
            @{
                Taker    = $_.Name
                TakerLaw = if ($_.Name -match 'Design') { 'Design' } elseif ($_.Name -match 'Trademark') { 'Trademark' } else { 'Patent' }
            }
        }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0 -OpdRequestsPerMinute 0

    # One object of every kind that names a case.
    $script:cases = @(
        @{ Law = 'Patent'; Number = '特願2020-123456'; Verbs = 'Progress', 'Divisional', 'Priority', 'Number', 'Url', 'Citation', 'Document' }
        @{ Law = 'Design'; Number = '意願2018-000194'; Verbs = 'Progress', 'Priority', 'Number', 'Registration', 'Url', 'Document' }
        @{ Law = 'Trademark'; Number = '商願2018-009480'; Verbs = 'Progress', 'Priority', 'Number', 'Registration', 'Url', 'Document' }
    )
    $script:given = foreach ($case in $script:cases) {
        foreach ($verb in $case.Verbs) {
            foreach ($object in @(& "Get-Jpo$($case.Law)$verb" $case.Number -ErrorAction SilentlyContinue | Select-Object -First 1)) {
                [pscustomobject]@{ Law = $case.Law; From = "Get-Jpo$($case.Law)$verb"; Object = $object }
            }
        }

        [pscustomobject]@{ Law = $case.Law; From = 'ConvertTo-JpoNumber'; Object = ConvertTo-JpoNumber $case.Number }
    }
    $script:given += foreach ($verb in 'Family', 'DocumentList', 'Citation') {
        [pscustomobject]@{ Law = 'Patent'; From = "Get-JpoOpd$verb"; Object = & "Get-JpoOpd$verb" '特願2020-123456' | Select-Object -First 1 }
    }

    function Get-Spent { (Get-JpoQuota | Measure-Object Used -Sum).Sum }

    # What a cmdlet says to an input: its errors, its output, and what it spent.
    function Invoke-Taker {
        param([string] $Name, $Given, [hashtable] $With = @{})

        $extra = if ($Name -eq 'Get-JpoOpdDocument' -and -not $Given.DocumentId) { @{ DocumentId = 'x' } } else { @{} }
        $before = Get-Spent
        $output = @($Given | & $Name @extra @With -ErrorVariable problems -ErrorAction SilentlyContinue)
        [pscustomobject]@{ Output = $output; Problems = @($problems); Spent = (Get-Spent) - $before }
    }
}

AfterAll { Disconnect-JpoApi }

Describe 'The law travels with the number' {
    It 'there are objects of every law to pipe' {
        $given.Count | Should -BeGreaterThan 20
        foreach ($one in $given) { $one.Object.Law | Should -Be $one.Law -Because "$($one.From) names a case, and so its law" }
    }

    It '<Taker> refuses what is of another law, names the commands that fit, and spends nothing' -ForEach $takers {
        $others = @($given | Where-Object { $_.Law -ne $TakerLaw })
        $others.Count | Should -BeGreaterThan 5
        foreach ($other in $others) {
            $said = Invoke-Taker $Taker $other.Object
            $because = "$($other.From) | $Taker"
            $said.Output.Count | Should -Be 0 -Because $because
            $said.Problems.Count | Should -Be 1 -Because $because
            $said.Problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*' -Because $because
            $said.Problems[0].ErrorDetails.RecommendedAction | Should -Match "Get-Jpo$($other.Law)Progress" -Because $because
            $said.Spent | Should -Be 0 -Because $because
        }
    }

    It '<Taker> takes what is of its own law' -ForEach ($takers | Where-Object Taker -NE 'Get-JpoPctNationalPhase') {
        foreach ($own in @($given | Where-Object { $_.Law -eq $TakerLaw -and $_.From -notmatch 'Opd|Citation' })) {
            $said = Invoke-Taker $Taker $own.Object
            @($said.Problems | Where-Object FullyQualifiedErrorId -Like 'JpoInvalidNumber,*') | Should -BeNullOrEmpty -Because "$($own.From) | $Taker"
        }
    }

    It '<Taker> holds <Column> = <Word> against its own law' -ForEach $(
        foreach ($taker in $takers) {
            foreach ($word in @(
                    @{ Column = 'Law'; Word = 'Patent'; Law = 'Patent' }, @{ Column = '法域'; Word = '特許'; Law = 'Patent' }
                    @{ Column = '四法'; Word = '意匠'; Law = 'Design' }, @{ Column = 'Law'; Word = 'design'; Law = 'Design' }
                    @{ Column = '法域'; Word = '商標'; Law = 'Trademark' }, @{ Column = 'Law'; Word = 'Trademark'; Law = 'Trademark' }
                    @{ Column = '四法'; Word = '実用新案'; Law = 'UtilityModel' }, @{ Column = 'Law'; Word = 'utility model'; Law = 'UtilityModel' }
                )) {
                $taker + $word
            }
        }
    ) {
        $said = Invoke-Taker $Taker ([pscustomobject]@{ 整理番号 = 'A-1'; $Column = $Word; 出願番号 = '2018-000194'; 国際出願番号 = 'PCT/JP2018/000194' })
        $ids = @($said.Problems.FullyQualifiedErrorId | ForEach-Object { "$_".Split(',')[0] })
        if ($Law -eq $TakerLaw) {
            $ids | Should -Not -Contain 'JpoInvalidNumber'
        }
        else {
            $ids | Should -Be $(if ($Law -eq 'UtilityModel') { 'JpoNotCovered' } else { 'JpoInvalidNumber' })
            $said.Output.Count | Should -Be 0
            $said.Spent | Should -Be 0
        }
    }

    It 'a row that was saved and read again keeps it' {
        $file = [System.IO.Path]::Combine([string]$TestDrive, 'design.xml')
        Get-JpoDesignProgress 意願2018-000194 | Export-Clixml $file
        (Invoke-Taker Get-JpoPatentProgress (Import-Clixml $file)).Problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
        $json = Get-JpoDesignProgress 意願2018-000194 | ConvertTo-Json -Depth 1 -WarningAction SilentlyContinue | ConvertFrom-Json
        (Invoke-Taker Get-JpoPatentProgress $json).Problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
    }

    It '-Law says it for numbers that stand alone' {
        $said = Invoke-Taker -Name Get-JpoPatentProgress -Given '2020-123456' -With @{ Law = '意匠' }
        $said.Problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
        $said.Spent | Should -Be 0
    }

    It 'what would be refused is not counted as an access' {
        (Get-JpoDesignProgress 意願2018-000194 | Measure-JpoQuota design/app_progress_simple).Count | Should -Be 1
        (Get-JpoDesignProgress 意願2018-000194 | Measure-JpoQuota patent/app_progress_simple).Count | Should -Be 0
        ([pscustomobject]@{ 出願No = 2018000194; 法域 = '意匠' } | Measure-JpoQuota design/app_progress_simple).Count | Should -Be 1
        ([pscustomobject]@{ 申請人コード = '000003207' } | Measure-JpoQuota patent/applicant_attorney_cd).Count | Should -Be 1
        ([pscustomobject]@{ 識別番号 = '000003207' } | Measure-JpoQuota patent/applicant_attorney_cd).Count | Should -Be 1
    }

    It 'a document of a file, whose number says no law, finds no case' {
        $said = Invoke-Taker Get-JpoPatentProgress ((Get-JpoDesignProgress 意願2018-000194).Documents | Select-Object -First 1)
        $said.Output.Count | Should -Be 0
        $said.Problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoColumnMissing,*'
        $said.Spent | Should -Be 0
    }

    It 'a country that is not Japan is refused' {
        $said = Invoke-Taker Get-JpoPatentProgress ([pscustomobject]@{ ApplicationNumber = '2020123456'; Country = 'US' })
        $said.Problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
        $said.Problems[0].ErrorDetails.RecommendedAction | Should -Match 'Get-JpoOpdFamily'
        $said.Spent | Should -Be 0
    }
}

Describe 'Rows and typed cells' {
    It 'reads the number from <What>' -ForEach @(
        @{ What = 'an integer in a column'; Row = { [pscustomobject]@{ ApplicationNumber = 2020123456 } } }
        @{ What = 'a floating point number in a column'; Row = { [pscustomobject]@{ ApplicationNumber = [double]2020123456 } } }
        @{ What = 'JSON'; Row = { '{"ApplicationNumber":2020123456}' | ConvertFrom-Json } }
        @{ What = 'a floating point number'; Row = { [double]2020123456 } }
        @{ What = 'a hashtable'; Row = { @{ 出願番号 = '2020-123456' } } }
        @{ What = 'an ordered table'; Row = { [ordered]@{ 名称 = 'x'; AppNo = '2020-123456' } } }
        @{ What = 'a heading with blanks around it'; Row = { [pscustomobject]@{ ' 出願番号 ' = '2020-123456' } } }
        @{ What = 'a heading with No'; Row = { [pscustomobject]@{ '出願No' = '2020-123456' } } }
        @{ What = 'a heading in English'; Row = { [pscustomobject]@{ 'Application No.' = '2020-123456' } } }
        @{ What = 'a column behind an empty one'; Row = { [pscustomobject]@{ AppNo = ''; 出願番号 = '2020-123456' } } }
        @{ What = 'a table of .NET'; Row = { $table = [System.Data.DataTable]::new(); $null = $table.Columns.Add('出願番号'); $null = $table.Rows.Add('2020-123456'); $table.Rows[0] } }
    ) {
        $said = Invoke-Taker Get-JpoPatentProgress (& $Row)
        $said.Problems | Should -BeNullOrEmpty
        $said.Output.ApplicationNumber | Should -Be '2020123456'
    }

    It 'says once that a column is missing, with those that there are, and spends nothing' {
        $said = Invoke-Taker Get-JpoPatentProgress (1..50 | ForEach-Object { [pscustomobject]@{ 整理番号 = "A-$_"; '�o��ԍ�' = '2020-123456' } })
        $said.Problems.Count | Should -Be 1
        $said.Problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoColumnMissing,*'
        $said.Problems[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$($said.Problems[0])" | Should -Match 'ApplicationNumber, AppNo, 出願番号.*整理番号'
        $said.Problems[0].ErrorDetails.RecommendedAction | Should -Match '-Encoding'
        $said.Spent | Should -Be 0
    }

    It 'skips blank rows, and reports a row that lacks its number' {
        $rows = [pscustomobject]@{ 出願番号 = '2020-123456'; 名称 = 'a' }, [pscustomobject]@{ 出願番号 = ''; 名称 = '' }, [pscustomobject]@{ 出願番号 = ''; 名称 = 'b' }
        $said = Invoke-Taker Get-JpoPatentProgress $rows
        $said.Output.Count | Should -Be 1
        $said.Problems.Count | Should -Be 1
        "$($said.Problems[0])" | Should -Match 'empty'
    }

    It 'takes the next number of the row where the first is empty' {
        $said = Invoke-Taker Get-JpoPatentNumber ([pscustomobject]@{ 出願番号 = ''; 登録番号 = '7533889' })
        $said.Output.RegistrationNumber | Should -Be '7533889'
        $said = Invoke-Taker Get-JpoPatentProgress ([pscustomobject]@{ 出願番号 = ''; 登録番号 = '7533889' })
        $said.Problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
        "$($said.Problems[0])" | Should -Match 'registration number'
    }

    It 'lets a script block pick the column' {
        ([pscustomobject]@{ nr = '2020123456' } | Get-JpoPatentProgress -ApplicationNumber { $_.nr }).ApplicationNumber | Should -Be '2020123456'
    }
}

Describe 'What a text says itself' {
    It 'refuses <_> where an application is wanted, before an access is spent' -ForEach 'JP2021090038A', 'JP 2021-090038 A', 'JPH11231209A', '0007533889', '0312345678', '1234567890', '2099123456', '2099-123456' {
        foreach ($taker in 'Get-JpoPatentProgress', 'Get-JpoPatentDocument', 'Get-JpoOpdDocumentList') {
            $said = Invoke-Taker $taker $_
            $said.Problems.Count | Should -Be 1 -Because $taker
            $said.Problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*' -Because $taker
            $said.Spent | Should -Be 0 -Because $taker
        }
    }

    It 'hints at the publication' {
        (Invoke-Taker Get-JpoPatentProgress 'JP2021090038A').Problems[0].ErrorDetails.RecommendedAction | Should -Match '-PublicationNumber'
    }

    It 'a citation stands for what it cites' {
        $cited = @(Get-JpoPatentCitation 特願2020-123456 | Where-Object PublicationNumber | Select-Object -First 2)
        ($cited | Get-JpoPatentNumber).PublicationNumber | Should -Be $cited.PublicationNumber
    }
}
