BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0 -OpdRequestsPerMinute 0

    # Fictional cases; the same ones every day.
    $script:cases = @(1..30 | ForEach-Object { '特願2019-{0:000000}' -f ($_ * 997) } | Get-JpoPatentProgress -ErrorAction SilentlyContinue)
    $script:registered = @($cases | Where-Object RegistrationNumber)[0]
    $script:divided = @($cases | Where-Object { $_.DivisionalApplications.Count -gt 1 -and -not $_.ParentApplication })[0]
    $script:national = @(1..5 | ForEach-Object { '特願2019-{0:000000}' -f (500000 + ($_ * 97)) } | Get-JpoPatentProgress -ErrorAction SilentlyContinue | Where-Object InternationalPublicationNumber)[0]
}

AfterAll { Disconnect-JpoApi }

Describe 'The sandbox' {
    It 'gives for a number the same case in every process' {
        $seen = Invoke-FreshShellJson {
            param($module, $state)
            Import-Module $module
            Connect-JpoApi -Sandbox -StatePath $state -RequestsPerMinute 0
            Get-JpoPatentProgress 特願2019-000997 | Select-Object ApplicationNumber, InventionTitle, FilingDate, @{ Name = 'Documents'; Expression = { $_.Documents.Count } } | ConvertTo-Json
        } $ModulePath, (Get-StatePath)
        $here = Get-JpoPatentProgress 特願2019-000997
        $seen.InventionTitle | Should -BeExactly $here.InventionTitle
        $seen.FilingDate | Should -Be $here.FilingDate
        $seen.Documents | Should -Be $here.Documents.Count
    }

    It 'keeps the rules: 10 calls a minute unless told otherwise, the limits of a day, and the book' {
        $c = Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0 -OpdRequestsPerMinute 0 -PassThru
        $before = (Get-JpoQuota patent/divisional_app_info -Connection $c).Remaining
        $before | Should -Be 60
        $null = Get-JpoPatentDivisional $cases[0] -Connection $c -ErrorAction SilentlyContinue
        (Get-JpoQuota patent/divisional_app_info -Connection $c).Remaining | Should -BeLessThan 60
    }

    It 'never leaves the machine' {
        (Get-JpoConnection).BaseUri.Host | Should -Match '\.invalid$'
    }
}

Describe 'Chains by property name' {
    It 'from any number of a case to its state and its registration' {
        $numbers = "特許第$($registered.RegistrationNumber)号", "特願$($registered.ApplicationNumber.Insert(4, '-'))", "特開$($registered.PublicationNumber.Insert(4, '-'))"
        foreach ($number in $numbers) {
            $right = $number | Get-JpoPatentNumber -ErrorAction Stop | Get-JpoPatentProgress -ErrorAction Stop | Get-JpoPatentRegistration -ErrorAction Stop
            $right.ApplicationNumber | Should -Be $registered.ApplicationNumber -Because $number
            $right.RegistrationNumber | Should -Be $registered.RegistrationNumber
        }
    }

    It 'Get-JpoPatentNumber takes the parameters by name, and objects by property' {
        (Get-JpoPatentNumber -ApplicationNumber $registered.ApplicationNumber).RegistrationNumber | Should -Be $registered.RegistrationNumber
        (Get-JpoPatentNumber -RegistrationNumber $registered.RegistrationNumber).ApplicationNumber | Should -Be $registered.ApplicationNumber
        (Get-JpoPatentNumber -PublicationNumber $registered.PublicationNumber).ApplicationNumber | Should -Be $registered.ApplicationNumber
        ($registered | Get-JpoPatentNumber).ApplicationNumber | Should -Be $registered.ApplicationNumber
        ([pscustomobject]@{ 登録番号 = $registered.RegistrationNumber } | Get-JpoPatentNumber).ApplicationNumber | Should -Be $registered.ApplicationNumber
        ([pscustomobject]@{ 公開番号 = "特開$($registered.PublicationNumber.Insert(4, '-'))" } | Get-JpoPatentNumber).ApplicationNumber | Should -Be $registered.ApplicationNumber
    }

    It '<_> takes what Get-JpoPatentProgress gives' -ForEach ((Import-PowerShellDataFile "$PSScriptRoot/../../JpoPatent.psd1").CmdletsToExport -match '^Get-JpoPatent(?!Document)') {
        $given = @($registered | & $_ -ErrorVariable problems -ErrorAction SilentlyContinue)
        $problems | Where-Object { $_.FullyQualifiedErrorId -notlike 'JpoNoData,*' } | Should -BeNullOrEmpty
        foreach ($one in $given) { $one.ApplicationNumber | Should -Be $registered.ApplicationNumber }
        ($given.Count + $problems.Count) | Should -BeGreaterThan 0
    }

    It 'from a parent to its divisionals, and not back to itself' {
        $children = @($divided | Get-JpoPatentDivisional | Get-JpoPatentProgress -ErrorAction Stop)
        $children.Count | Should -BeGreaterThan 0
        $children.ApplicationNumber | Should -Not -Contain $divided.ApplicationNumber
        foreach ($child in $children) { $child.ParentApplication | Should -Not -BeNullOrEmpty }
    }

    It 'from an international number to the Japanese case' {
        $national | Should -Not -BeNullOrEmpty
        (Get-JpoPctNationalPhase -InternationalPublicationNumber $national.InternationalPublicationNumber | Get-JpoPatentProgress).ApplicationNumber | Should -Be $national.ApplicationNumber
        (Get-JpoPctNationalPhase $national.InternationalApplicationNumber | Get-JpoPatentProgress).ApplicationNumber | Should -Be $national.ApplicationNumber
        ($national | Get-JpoPctNationalPhase).ApplicationNumber | Should -Be $national.ApplicationNumber
        ([pscustomobject]@{ 国際公開番号 = $national.InternationalPublicationNumber } | Get-JpoPctNationalPhase).ApplicationNumber | Should -Be $national.ApplicationNumber
    }

    It 'from a case to its applicants, by code and by name' {
        $applicant = $registered.Applicants[0]
        ($registered.Applicants | Get-JpoApplicant -ErrorAction Stop)[0].Name | Should -BeExactly $applicant.Name
        $found = @(Get-JpoApplicant -Name $applicant.Name -ErrorAction Stop)
        $found.Code | Should -Contain $applicant.Code
        ($found | Get-JpoApplicant -ErrorAction Stop).Code | Should -Be $found.Code
    }

    It 'from a case to its family, the dossiers of each office, and what was cited there' {
        $family = @($registered | Get-JpoOpdFamily -ErrorAction Stop)
        $family.Country | Should -Contain 'JP'
        @($family | Where-Object Country -EQ 'JP').ApplicationNumber | Should -Contain "JP.$($registered.ApplicationNumber).A"
        @($registered | Get-JpoOpdFamily -List -ErrorAction Stop).ApplicationNumber | Sort-Object | Should -Be ($family.ApplicationNumber | Sort-Object)
        $entries = @($family | Get-JpoOpdDocumentList -ErrorAction SilentlyContinue)
        $entries.Count | Should -BeGreaterThan 0
        @($entries.ApplicationNumber | Select-Object -Unique).Count | Should -BeGreaterOrEqual 1
        $entries[0].DocumentId | Should -Match '^[A-Za-z0-9_.-]+$'
        foreach ($citation in $family | Get-JpoOpdCitation -ErrorAction SilentlyContinue) { $family.ApplicationNumber | Should -Contain $citation.ApplicationNumber }
        @($family | Get-JpoOpdCitation -Classification -ErrorAction SilentlyContinue)[0].GetType().Name | Should -Be 'OpdClassification'
        ($family | Where-Object Country -EQ 'JP' | Select-Object -First 1 | Get-JpoPatentProgress).ApplicationNumber | Should -Match '^\d{10}$'
    }

    It 'takes Japanese numbers, DOCDB numbers and those of other offices for a family' {
        foreach ($number in "特許第$($registered.RegistrationNumber)号", "JP.$($registered.ApplicationNumber).A", "特願$($registered.ApplicationNumber.Insert(4, '-'))") {
            $kind = if ($number.StartsWith('JP.')) { @{ Kind = 'Application' } } else { @{} }
            @(Get-JpoOpdFamily $number @kind -ErrorAction Stop).ApplicationNumber | Should -Contain "JP.$($registered.ApplicationNumber).A" -Because $number
        }
        $null = Get-JpoOpdFamily nonsense -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
    }

    It 'of <Law>s: state, registration, number, priority, address' -ForEach @(
        @{ Law = 'Design'; Prefix = '意願'; Registration = '意匠登録第{0}号' }
        @{ Law = 'Trademark'; Prefix = '商願'; Registration = '商標登録第{0}号' }
    ) {
        $some = 1..20 | ForEach-Object { "$($Prefix)2018-{0:000000}" -f ($_ * 97) } | & "Get-Jpo$($Law)Progress" -ErrorAction SilentlyContinue
        $one = @($some | Where-Object RegistrationNumber)[0]
        $one.GetType().Name | Should -Be "$($Law)Progress"
        $right = $one | & "Get-Jpo$($Law)Registration" -ErrorAction Stop
        $right.RegistrationNumber | Should -Be $one.RegistrationNumber
        ($Registration -f $one.RegistrationNumber | & "Get-Jpo$($Law)Number" -ErrorAction Stop).ApplicationNumber | Should -Be $one.ApplicationNumber
        ($one | & "Get-Jpo$($Law)Priority" -ErrorAction Stop).ApplicationNumber | Should -Be $one.ApplicationNumber
        ($one | & "Get-Jpo$($Law)Url" -ErrorAction Stop).Url | Should -Match '^https://'
        ($one.Applicants[0] | Get-JpoApplicant -Law $Law -ErrorAction Stop).Code | Should -Be $one.Applicants[0].Code
        ($one | & "Get-Jpo$($Law)Progress" -Simple -ErrorAction Stop).ApplicationNumber | Should -Be $one.ApplicationNumber
    }
}

Describe 'What is absent' {
    It 'is an error of its own in <Cmdlet> -<Parameter>, and costs no access' -ForEach @(
        @{ Cmdlet = 'Get-JpoPatentProgress'; Parameter = 'ApplicationNumber' }, @{ Cmdlet = 'Get-JpoPatentNumber'; Parameter = 'Number' }, @{ Cmdlet = 'Get-JpoPatentNumber'; Parameter = 'RegistrationNumber' }
        @{ Cmdlet = 'Get-JpoPatentNumber'; Parameter = 'PublicationNumber' }, @{ Cmdlet = 'Get-JpoPctNationalPhase'; Parameter = 'InternationalApplicationNumber' }
        @{ Cmdlet = 'Get-JpoPctNationalPhase'; Parameter = 'InternationalPublicationNumber' }, @{ Cmdlet = 'Get-JpoApplicant'; Parameter = 'Code' }, @{ Cmdlet = 'Get-JpoApplicant'; Parameter = 'Name' }
        @{ Cmdlet = 'Get-JpoOpdFamily'; Parameter = 'Number' }, @{ Cmdlet = 'Get-JpoOpdDocumentList'; Parameter = 'ApplicationNumber' }, @{ Cmdlet = 'Get-JpoOpdCitation'; Parameter = 'ApplicationNumber' }
    ) {
        $used = (Get-JpoQuota | Measure-Object Used -Sum).Sum
        foreach ($absent in '', $null) {
            $arguments = @{ $Parameter = $absent }
            $given = & $Cmdlet @arguments -ErrorVariable problem -ErrorAction SilentlyContinue
            $given | Should -BeNullOrEmpty
            @($problem).Count | Should -Be 1
            $problem[0].FullyQualifiedErrorId | Should -Match '^JpoInvalid(Number|Parameter),'
            $problem[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
            $problem[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
        (Get-JpoQuota | Measure-Object Used -Sum).Sum | Should -Be $used
    }

    It 'and a code that is none is told what codes look like' {
        $null = Get-JpoApplicant 12345 -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoInvalidNumber,*'
        "$($problem[0])" | Should -Match 'nine digits'
        $problem[0].ErrorDetails.RecommendedAction | Should -Match 'Applicants'
        $problem[0].ErrorDetails.RecommendedAction | Should -Not -Match '特願'
    }
}
