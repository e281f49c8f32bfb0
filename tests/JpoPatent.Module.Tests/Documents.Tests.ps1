BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Common.ps1'))
    Import-TestModule
    Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0 -OpdRequestsPerMinute 0

    # Cases of the sandbox stay what they are: this one was refused once, with a period of sixty days.
    $script:Case = '特願2022-000002'
    $script:LargeCase = '2020999991'
    $script:DamagedCase = '2020999992'
    $script:HostileCase = '2020999993'

    function Get-Folder { [System.IO.Path]::Combine([string]$TestDrive, 'cases-' + [guid]::NewGuid().ToString('N').Substring(0, 8)) }
}

AfterAll { Disconnect-JpoApi }

Describe 'Get-JpoPatentDocument' {
    It 'gives one object a notice, read, without a due day while the day of dispatch is not known' {
        $notices = @(Get-JpoPatentDocument $Case)
        $notices.Count | Should -Be 2
        $notices[0].DocumentCode | Should -Be 'A131'
        $notices[0].DocumentName | Should -Be '拒絶理由通知書'
        $notices[0].DocumentNumber | Should -MatchExactly '^\d{11}$'
        $notices[0].DispatchNumber | Should -Be $notices[0].DocumentNumber.Substring(5)
        $notices[0].DrafterName | Should -Not -BeNullOrEmpty
        $notices[0].Articles | Should -Not -BeNullOrEmpty
        $notices[0].Text | Should -Match '発送の日から'
        "$($notices[0].ResponsePeriod)" | Should -Be '60 Days'
        $notices[0].LegalDate | Should -BeNullOrEmpty
        $notices[0].ResponseDueDate | Should -BeNullOrEmpty
        $notices[0].Problem | Should -BeNullOrEmpty
    }

    It 'knows dispatch and due day from a progress answer that is piped in, and spends one access on the bundle' {
        $before = (Get-JpoQuota patent/app_doc_cont_refusal_reason).Used
        $notice = Get-JpoPatentProgress $Case | Get-JpoPatentDocument -NoCache | Select-Object -Last 1
        (Get-JpoQuota patent/app_doc_cont_refusal_reason).Used | Should -Be ($before + 1)
        $notice.LegalDate | Should -Be ([datetime]'2024-03-04')

        # Sixty days after it is Constitution Day, with a weekend and a substitute holiday behind it.
        $notice.ResponseDueDate | Should -Be ([datetime]'2024-05-07')
    }

    It 'gives what was filed with -Kind Application, and designs and trademarks with their own cmdlets' {
        (Get-JpoPatentDocument $Case -Kind Application).DocumentCode | Should -Contain 'A53'
        (Get-JpoDesignDocument 意願2019-012345 -Kind Mailed).DocumentName | Should -Contain '拒絶理由通知書'
        (Get-JpoTrademarkDocument 商願2019-012345).ResponsePeriod.Number | Should -Be 40
    }

    It 'shows the last day of an appeal as the earliest possible one, in the table, the list and the words of the reader' {
        $fresh = Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0 -OpdRequestsPerMinute 0 -PassThru -NoDefault
        $refused = Get-JpoPatentDocument 特願2018-000014 -Kind Mailed -WithDueDate -Connection $fresh | Where-Object DocumentName -EQ '拒絶査定' | Select-Object -First 1
        $appeal = @($refused.Periods | Where-Object { $_.Purpose -eq 'Appeal' -and -not $_.IsForResidentsAbroad })[0]
        $day = $appeal.DueDate.ToString('yyyy-MM-dd')
        $refused.ResponseDueDate | Should -BeNullOrEmpty
        $refused | Format-Table | Out-String -Width 120 | Should -Match " $day~ 3 Months "
        $refused | Format-List | Out-String -Width 120 | Should -Match "Periods +: Appeal 3 Months from service: $day at the earliest"
        $refused.Periods | Format-Table | Out-String -Width 120 | Should -Match "Appeal +3 Months Service +$day~"
        $refused.Periods | Format-List | Out-String -Width 120 | Should -Match "DueDate +: $day\r?\n"

        # As it comes back from a file or a job.
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($refused, 2))
        $back | Format-List | Out-String -Width 120 | Should -Match "Periods +: Appeal 3 Months $day"
        $back | Format-Table | Out-String -Width 120 | Should -Match '拒絶査定'
    }

    It 'says once for how many documents the due days are not known, and gets them for an access' {
        # Connections of a process share a sandbox, with its counters, where they have the same rates: this test has one of its own.
        $fresh = Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 71500 -PassThru -NoDefault
        $cases = '特願2022-000002', '特願2018-000014'
        $documents = $cases | Get-JpoPatentDocument -Kind Mailed -Connection $fresh -WarningVariable warnings -WarningAction SilentlyContinue
        $unknown = @($documents | Where-Object { @($_.Periods | Where-Object { $null -eq $_.DueDate }) })
        $unknown.Count | Should -BeGreaterThan 2
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -BeLike "*Due days not known for $($unknown.Count) documents*-WithDueDate*"

        $simple = (Get-JpoQuota patent/app_progress_simple -Connection $fresh).Used
        $full = (Get-JpoQuota patent/app_progress -Connection $fresh).Used
        $documents = $cases | Get-JpoPatentDocument -Kind Mailed -WithDueDate -Connection $fresh -WarningVariable warnings -WarningAction SilentlyContinue
        @($documents.Periods | Where-Object { $null -eq $_.DueDate }) | Should -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        $spent = (Get-JpoQuota patent/app_progress_simple -Connection $fresh).Used - $simple
        $spent | Should -Be 2
        (Get-JpoQuota patent/app_progress -Connection $fresh).Used | Should -Be $full
    }

    It 'knows the appeal against a refusal, from service and so the earliest day, and no period of an earlier notice' {
        $decision = Get-JpoPatentDocument 特願2018-000014 -Kind Mailed -WithDueDate | Where-Object DocumentCode -EQ 'A02'
        $decision.ResponsePeriod | Should -BeNullOrEmpty
        $decision.Periods.Purpose | Should -Be 'Appeal', 'Appeal'
        $own = $decision.Periods | Where-Object { -not $_.IsForResidentsAbroad }
        "$($own.Number) $($own.Unit) $($own.RunsFrom) $($own.IsEarliest)" | Should -Be '3 Months Service True'
        $own.DueDate | Should -BeGreaterThan $decision.LegalDate
    }

    It 'takes several kinds at once and gives each document once' {
        $documents = Get-JpoPatentDocument $Case -Kind Refusal, Mailed, Application -WarningAction SilentlyContinue
        $documents.Kind | Sort-Object -Unique | Should -Be 'Refusal', 'Mailed', 'Application'
        ($documents.DocumentNumber | Sort-Object -Unique).Count | Should -Be $documents.Count
        @(Get-JpoPatentDocument $Case, $Case -WarningAction SilentlyContinue).Count | Should -Be 4
    }

    It 'opens no bundle that could do harm, and goes on with the next input' {
        $documents = $HostileCase, $DamagedCase, $Case | Get-JpoPatentDocument -ErrorVariable problems -ErrorAction SilentlyContinue
        @($documents).Count | Should -Be 2
        $problems.FullyQualifiedErrorId -replace ',.*' | Should -Be 'JpoUnsafeArchive', 'JpoInvalidAnswer'
        $problems[0].CategoryInfo.Category | Should -Be 'SecurityError'
        $problems[0].TargetObject | Should -Be $HostileCase
    }
}

Describe 'Save-JpoDocument' {
    It 'names files so that they sort and speak' {
        $folder = Get-Folder
        $files = Get-JpoPatentProgress $Case | Get-JpoPatentDocument | Save-JpoDocument -Path $folder -PassThru
        $files[1].Name | Should -MatchExactly '^2022-000002_2024-03-04_拒絶理由通知書_\d{11}\.xml$'
        $files[1].Exists | Should -BeTrue
        @(Get-ChildItem $folder -Recurse -File).Count | Should -Be 2
    }

    It 'writes nothing with -WhatIf' {
        $folder = Get-Folder
        Get-JpoPatentDocument $Case | Save-JpoDocument -Path $folder -WhatIf
        Test-Path $folder | Should -BeFalse
    }

    It 'leaves a file alone that is there, unless -Force is given' {
        $folder = Get-Folder
        $file = Get-JpoPatentDocument $Case | Select-Object -First 1 | Save-JpoDocument -Path $folder -PassThru
        Set-Content $file.FullName 'mine'
        Get-JpoPatentDocument $Case | Select-Object -First 1 | Save-JpoDocument -Path $folder -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -BeLike 'JpoFileExists,*'
        Get-Content $file.FullName | Should -Be 'mine'
        Get-JpoPatentDocument $Case | Select-Object -First 1 | Save-JpoDocument -Path $folder -Force
        Get-Content $file.FullName -TotalCount 1 | Should -Not -Be 'mine'
    }

    It 'saves text, a page of HTML in which nothing can run, and the zip once' {
        $folder = Get-Folder
        $notices = Get-JpoPatentDocument $Case
        $text = $notices | Save-JpoDocument -Path $folder -Format Text -PassThru
        Get-Content $text[0].FullName -Raw -Encoding utf8 | Should -Match '拒絶理由通知書'
        $page = $notices | Save-JpoDocument -Path $folder -Format Html -PassThru
        $html = Get-Content $page[0].FullName -Raw -Encoding utf8
        $html | Should -Match 'Content-Security-Policy'
        $html | Should -Not -Match '<script|javascript:|\son[a-z]+='
        @($notices | Save-JpoDocument -Path $folder -Format Zip -PassThru).Count | Should -Be 1
    }

    It 'saves from a bundle of more than 10 MB, which comes by way of another address' {
        $folder = Get-Folder
        Get-JpoPatentDocument $LargeCase | Save-JpoDocument -Path $folder
        (Get-ChildItem $folder -Recurse -File | Measure-Object Length -Sum).Sum | Should -BeGreaterThan 10MB
    }

    It 'takes a folder for each document from a script block, and gives files that other commands read' {
        $folder = Get-Folder
        $notices = $Case, '特願2018-000014' | Get-JpoPatentDocument -WarningAction SilentlyContinue
        $lines = $notices | Save-JpoDocument -Path { Join-Path $folder $_.ApplicationNumber } -PassThru | Get-Content -TotalCount 1
        $lines.Count | Should -Be $notices.Count
        (Get-ChildItem $folder -Directory).Name | Should -Be '2018000014', '2022000002'
    }

    It 'makes a folder a case' {
        $folder = Get-Folder
        $Case, '特願2018-000014' | Get-JpoPatentDocument -WarningAction SilentlyContinue | Save-JpoDocument -Path $folder -PerCase
        (Get-ChildItem $folder).Name | Should -Be '特願2018-000014', '特願2022-000002'
    }

    It 'leaves alone on the second night what it saved on the first, also where the days are known by then' {
        $fresh = Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0 -OpdRequestsPerMinute 0 -PassThru -NoDefault
        $folder = Get-Folder
        $first = Get-JpoPatentDocument $Case -Connection $fresh -WarningAction SilentlyContinue | Save-JpoDocument -Path $folder -PassThru -SkipExisting
        $null = Get-JpoPatentProgress $Case -Connection $fresh
        $second = Get-JpoPatentDocument $Case -Connection $fresh | Save-JpoDocument -Path $folder -PassThru -SkipExisting -ErrorVariable problem
        $problem | Should -BeNullOrEmpty
        $second.FullName | Should -Be $first.FullName
        @(Get-ChildItem $folder).Count | Should -Be 2
        { Get-JpoPatentDocument $Case | Save-JpoDocument -Path $folder -SkipExisting -Force } | Should -Throw -ErrorId 'JpoInvalidParameter,*'
    }

    It 'takes documents only' {
        'a text' | Save-JpoDocument -Path (Get-Folder) -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -BeLike 'JpoInvalidParameter,*'
    }
}

Describe 'Get-JpoOpdDocument' {
    It 'reads the documents of a Japanese dossier' {
        $documents = Get-JpoOpdDocumentList $Case | Get-JpoOpdDocument -ErrorAction SilentlyContinue
        $documents.DocumentCode | Should -Contain 'A131'
        $documents[0].GetType().Name | Should -Be 'JpoDocument'
    }

    It 'gives a Japanese document, and its translation, as PDF files where they are wanted' {
        $entry = Get-JpoOpdDocumentList $Case | Select-Object -First 1
        ($entry | Get-JpoOpdDocument -Format Pdf).MediaType | Should -Be 'application/pdf'
        (Get-JpoOpdDocument $entry.ApplicationNumber -DocumentId $entry.TranslatedDocumentId).MediaType | Should -Be 'application/pdf'
        Get-JpoOpdDocument $entry.ApplicationNumber -DocumentId $entry.TranslatedDocumentId -Format Xml -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -BeLike 'JpoInvalidParameter,*'
    }

    It 'hands the documents of other dossiers on as PDF files with their names' {
        $member = Get-JpoOpdFamily 特願2015-000001 | Where-Object Country -EQ 'EP'
        $file = $member | Get-JpoOpdDocumentList | Get-JpoOpdDocument -ErrorAction SilentlyContinue | Select-Object -First 1
        $file.MediaType | Should -Be 'application/pdf'
        $saved = $file | Save-JpoDocument -Path (Get-Folder) -PassThru
        $saved.Extension | Should -Be '.pdf'
        $saved.Length | Should -Be $file.Length
    }
}
