BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    $script:server = Open-TestServer
    $script:serial = 100

    # One fresh number, so that no cache answers.
    function Get-FreshNumber { $script:serial++; '2020{0:000000}' -f $script:serial }

    # Asks for a number that fails between two that do not.
    function Get-Failure {
        param([hashtable] $Fault, [int] $Times = 1)

        $good1 = Get-FreshNumber
        $bad = Get-FreshNumber
        $good2 = Get-FreshNumber
        $null = Get-JpoPatentProgress $good1
        $null = Send-TestControl $server reset
        $null = Send-TestControl $server fault ($Fault + @{ times = $Times })
        $answers = @($bad, $good2 | Get-JpoPatentProgress -ErrorVariable problems -ErrorAction SilentlyContinue)
        [pscustomobject]@{ Bad = $bad; Good = $good2; Answers = $answers; Problems = $problems; Calls = (Get-TestLog $server).paths."/api/patent/v1/app_progress/$bad" }
    }
}

AfterAll {
    Disconnect-JpoApi
    Close-TestServer $server
}

Describe 'Where there is nothing' {
    BeforeAll {
        Connect-JpoApi -Sandbox -StatePath (Get-StatePath) -RequestsPerMinute 0 -OpdRequestsPerMinute 0
        $script:culture = [cultureinfo]::CurrentUICulture
    }

    AfterAll {
        [cultureinfo]::CurrentUICulture = $culture
        Disconnect-JpoApi
    }

    It '<Command> names the usual cause in <Culture>' -ForEach @(
        foreach ($row in @(
            @{ Command = 'Get-JpoPatentProgress'; Number = '2020-400000'; English = 'unpublished'; Japanese = '未公開' }
            @{ Command = 'Get-JpoPatentRegistration'; Number = '2020-123456'; English = 'not registered'; Japanese = '登録されていない' }
            @{ Command = 'Get-JpoPatentDocument'; Number = '2019-000003'; English = 'no document of this kind'; Japanese = '書類の種類' }
            @{ Command = 'Get-JpoPctNationalPhase'; Number = 'PCT/US2019/999999'; English = 'has not entered the national phase'; Japanese = '国内移行していない' }
            @{ Command = 'Get-JpoApplicant'; Number = '999999999'; English = 'codes'; Japanese = '申請人コード' }
        )) { @{ Culture = 'en-US'; Words = $row.English } + $row; @{ Culture = 'ja-JP'; Words = $row.Japanese } + $row }
    ) {
        [cultureinfo]::CurrentUICulture = $Culture
        $null = & $Command $Number -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -Match '^JpoNo(Data|Document),'
        $problem[0].ErrorDetails.RecommendedAction | Should -Match $Words
    }
}

Describe 'What goes wrong with one input' {
    BeforeAll { Connect-TestServer $server }

    It '<Case> is <Id>, asked for <Calls> time(s), and the next input goes on' -ForEach @(
        @{ Case = '107'; Fault = @{ code = '107' }; Id = 'JpoNoData'; Category = 'ObjectNotFound'; Calls = 1; Words = 'no data'; Action = 'Check the number' }
        @{ Case = '108'; Fault = @{ code = '108' }; Id = 'JpoNoDocument'; Category = 'ObjectNotFound'; Calls = 1; Words = 'no such document'; Action = 'Check the number' }
        @{ Case = '111'; Fault = @{ code = '111' }; Id = 'JpoNotCovered'; Category = 'ObjectNotFound'; Calls = 1; Words = 'does not cover'; Action = 'July 2003' }
        @{ Case = '204'; Fault = @{ code = '204' }; Id = 'JpoInvalidParameter'; Category = 'InvalidArgument'; Calls = 1; Words = '204'; Action = 'Check the value' }
        @{ Case = '208'; Fault = @{ code = '208' }; Id = 'JpoInvalidParameter'; Category = 'InvalidArgument'; Calls = 1; Words = '208'; Action = 'Check the value' }
        @{ Case = '301'; Fault = @{ code = '301' }; Id = 'JpoInvalidParameter'; Category = 'InvalidArgument'; Calls = 1; Words = '301'; Action = 'Check the value' }
        @{ Case = '400'; Fault = @{ code = '400' }; Id = 'JpoInvalidParameter'; Category = 'InvalidArgument'; Calls = 1; Words = '400'; Action = 'Check the value' }
        @{ Case = '303 again and again'; Fault = @{ code = '303' }; Times = 4; Id = 'JpoServiceBusy'; Category = 'ResourceUnavailable'; Calls = 4; Words = '\(4 tries\)'; Action = 'in a minute' }
        @{ Case = '429 without a body again and again'; Fault = @{ status = 429 }; Times = 4; Id = 'JpoServiceBusy'; Category = 'ResourceUnavailable'; Calls = 4; Words = '\(4 tries\)'; Action = 'in a minute' }
        @{ Case = '302 again and again'; Fault = @{ code = '302' }; Times = 4; Id = 'JpoServiceTimeout'; Category = 'ResourceUnavailable'; Calls = 4; Words = 'ran out of time'; Action = 'later' }
        @{ Case = '999 behind HTTP 200'; Fault = @{ code = '999' }; Id = 'JpoServiceError'; Category = 'ResourceUnavailable'; Calls = 1; Words = '999'; Action = 'later' }
        @{ Case = '999 behind HTTP 500 again and again'; Fault = @{ code = '999'; status = 500 }; Times = 4; Id = 'JpoServiceError'; Category = 'ResourceUnavailable'; Calls = 4; Words = '999'; Action = 'later' }
        @{ Case = 'HTTP 503 without a body again and again'; Fault = @{ status = 503 }; Times = 4; Id = 'JpoServiceError'; Category = 'ResourceUnavailable'; Calls = 4; Words = '503'; Action = 'later' }
        @{ Case = 'a web page behind HTTP 503 again and again'; Fault = @{ page = 'true'; status = 503 }; Times = 4; Id = 'JpoServiceError'; Category = 'ResourceUnavailable'; Calls = 4; Words = '503'; Action = 'later' }
        @{ Case = 'a web page behind HTTP 200 again and again'; Fault = @{ page = 'true'; status = 200 }; Times = 4; Id = 'JpoServiceError'; Category = 'ResourceUnavailable'; Calls = 4; Words = 'web page'; Action = 'later' }
        @{ Case = 'a connection that breaks before the answer, again and again'; Fault = @{ break = 'beforeAnswer' }; Times = 4; Id = 'JpoConnectionFailed'; Category = 'ConnectionError'; Calls = 4; Words = '127\.0\.0\.1'; Action = 'network' }
        @{ Case = 'JSON that is cut off'; Fault = @{ body = '{"result":{"statusCode":"100","errorMessage":"","remainAccessCount":"700","data":{"applicationNumber":"20' }; Id = 'JpoInvalidAnswer'; Category = 'InvalidData'; Calls = 1; Words = 'cut off'; Action = 'later' }
        @{ Case = 'no JSON at all'; Fault = @{ body = 'oops' }; Id = 'JpoInvalidAnswer'; Category = 'InvalidData'; Calls = 1; Words = 'cut off'; Action = 'later' }
        @{ Case = 'data that is no case'; Fault = @{ body = '{"result":{"statusCode":"100","errorMessage":"","remainAccessCount":"700","data":[1,2]}}' }; Id = 'JpoInvalidAnswer'; Category = 'InvalidData'; Calls = 1; Words = 'not what this API sends'; Action = 'later' }
    ) {
        $seen = Get-Failure $Fault $(if ($Times) { $Times } else { 1 })
        $seen.Answers.ApplicationNumber | Should -Be $seen.Good -Because 'an input that fails does not stop the others'
        $seen.Problems.Count | Should -Be 1
        $problem = $seen.Problems[0]
        $problem.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $problem.CategoryInfo.Category | Should -Be $Category
        $problem.TargetObject | Should -Be $seen.Bad
        "$problem" | Should -Match $Words
        $problem.Exception.Message | Should -Match $Words
        $problem.ErrorDetails.RecommendedAction | Should -Match $Action
        $problem.Exception.Api.Id | Should -Be 'patent/app_progress'
        $problem.InvocationInfo.MyCommand.Name | Should -Be 'Get-JpoPatentProgress'
        $seen.Calls | Should -Be $Calls
    }

    It 'an answer that is cut off by the network, again and again, is an error of its own as well' {
        $seen = Get-Failure @{ break = 'withinBody' } 4
        $seen.Answers.ApplicationNumber | Should -Be $seen.Good
        # What had been sent when the connection broke may have been lost with it; then it is a connection that failed.
        $seen.Problems[0].FullyQualifiedErrorId | Should -Match '^Jpo(InvalidAnswer|ConnectionFailed),'
        $seen.Problems[0].TargetObject | Should -Be $seen.Bad
        "$($seen.Problems[0])" | Should -Match '127\.0\.0\.1.*\(4 tries\)'
        $seen.Calls | Should -Be 4
    }

    It 'gets the answer after <Case>' -ForEach @(
        @{ Case = 'three times 303'; Fault = @{ code = '303' }; Times = 3 }
        @{ Case = 'a time-out'; Fault = @{ code = '302' }; Times = 1 }
        @{ Case = 'a connection that breaks'; Fault = @{ break = 'beforeAnswer' }; Times = 2 }
        @{ Case = 'an answer that is cut off by the network'; Fault = @{ break = 'withinBody' }; Times = 1 }
        @{ Case = 'a web page'; Fault = @{ page = 'true' }; Times = 1 }
        @{ Case = 'a token that the service forgot'; Fault = @{ code = '210' }; Times = 1 }
    ) {
        $seen = Get-Failure $Fault $Times
        $seen.Problems | Should -BeNullOrEmpty
        $seen.Answers.ApplicationNumber | Should -Be $seen.Bad, $seen.Good
        $seen.Calls | Should -Be ($Times + 1)
    }

    It 'says with -Verbose that it tries again, why, and for the how manieth time' {
        $null = Send-TestControl $server fault @{ code = '303'; times = 2 }
        $lines = Get-JpoPatentProgress (Get-FreshNumber) -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        @($lines | Where-Object Message -match '^1-1 patent/app_progress: trying again after 303 in \d+[.,]\d s \(try [23] of 4\)$').Count | Should -Be 2
    }

    It 'gives up on a service that asks for more patience than a run has' {
        $seen = Get-Failure @{ status = 503; retryAfter = '7200' }
        $seen.Problems[0].FullyQualifiedErrorId | Should -BeLike 'JpoServiceError,*'
        $seen.Calls | Should -Be 1
    }

    It 'gives up on an answer that does not come within -TimeoutSec, after the retries' {
        $c = Connect-TestServer $server @{ TimeoutSec = 1; PassThru = $true }
        $null = Send-TestControl $server fault @{ break = 'hang'; times = 4 }
        $null = Get-JpoPatentProgress (Get-FreshNumber) -Connection $c -ErrorVariable problem -ErrorAction SilentlyContinue
        $null = Send-TestControl $server reset
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoConnectionFailed,*'
        "$($problem[0])" | Should -Match 'within 1 s'
    }

    It 'is ended by -ErrorAction Stop, with the same id' {
        $null = Send-TestControl $server fault @{ code = '107' }
        { Get-JpoPatentProgress (Get-FreshNumber) -ErrorAction Stop } | Should -Throw -ErrorId 'JpoNoData,*'
    }

    It 'is a connection that fails where nobody listens any more' {
        $other = Open-TestServer
        $c = Connect-TestServer $other @{ PassThru = $true }
        Close-TestServer $other
        $null = Get-FreshNumber | Get-JpoPatentProgress -Connection $c -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'JpoConnectionFailed,*'
        $problem[0].CategoryInfo.Category | Should -Be 'ConnectionError'
        $problem[0].ErrorDetails.RecommendedAction | Should -Match 'network'
    }
}

Describe 'A credential that is refused in the middle of a run' {
    It 'ends the pipeline, and asks the token address no more than it must' {
        Connect-TestServer $server
        $null = Send-TestControl $server reset
        $before = Get-TestLog $server
        $null = Send-TestControl $server tokens @{ revoke = 'all'; password = 'another now' }
        try {
            $numbers = (Get-FreshNumber), (Get-FreshNumber), (Get-FreshNumber)
            $problem = { $numbers | Get-JpoPatentProgress } | Should -Throw -PassThru
            $problem.TargetObject.Unprocessed | Should -Be $numbers -Because 'what ends a run says what was not asked'
            $problem.TargetObject.ResetsAt | Should -BeNullOrEmpty
            $problem.Exception.Message | Should -Not -BeNullOrEmpty
            $problem.ErrorDetails.Message | Should -Match '3 inputs were not asked for'
            $problem.FullyQualifiedErrorId | Should -BeLike 'JpoAuthenticationFailed,*'
            $problem.CategoryInfo.Category | Should -Be 'AuthenticationError'
            { Get-JpoPatentProgress (Get-FreshNumber) } | Should -Throw -ErrorId 'JpoAuthenticationFailed,*'
            $after = Get-TestLog $server
            ($after.refusedLogins - $before.refusedLogins) | Should -Be 1 -Because 'asking again for every number could lock the ID'
        }
        finally { $null = Send-TestControl $server tokens @{ password = $Password } }
    }
}

Describe 'Tokens that live for a second' {
    It 'are renewed without a failure and without a storm, over <Clients> runspaces' -ForEach @(@{ Clients = 1 }, @{ Clients = 4 }) {
        $null = Send-TestControl $server reset
        $null = Send-TestControl $server tokens @{ expiresIn = 1 }
        $null = Send-TestControl $server service @{ delay = 100 }
        try {
            $before = Get-TestLog $server
            $c = Connect-TestServer $server @{ PassThru = $true }
            $numbers = 1..(30 * [math]::Min($Clients, 3)) | ForEach-Object { Get-FreshNumber }
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            if ($Clients -eq 1) {
                $answers = @($numbers | Get-JpoPatentProgress -ErrorAction Stop)
            }
            else {
                $answers = @($numbers | ForEach-Object -Parallel {
                        Import-Module $using:ModulePath
                        Get-JpoPatentProgress $_ -Connection $using:c -ErrorAction Stop
                    } -ThrottleLimit $Clients)
            }
            $seconds = $clock.Elapsed.TotalSeconds
            $answers.Count | Should -Be $numbers.Count
            $after = Get-TestLog $server
            $logins = $after.logins - $before.logins
            $refreshes = $after.refreshes - $before.refreshes
            $seconds | Should -BeGreaterThan 2 -Because 'several lives of a token were meant to pass'
            ($logins + $refreshes) | Should -BeGreaterOrEqual 3
            ($logins + $refreshes) | Should -BeLessOrEqual ([math]::Ceiling($seconds / 0.5) + 2) -Because 'one renewal serves all who wait for it'
            $refreshes | Should -BeGreaterThan $logins -Because 'a token is renewed, not asked for anew with the password'
            ($after.refusedLogins - $before.refusedLogins) | Should -Be 0
        }
        finally {
            $null = Send-TestControl $server tokens @{ expiresIn = 3600 }
            $null = Send-TestControl $server service @{ delay = 0 }
        }
    }

    It 'are asked for anew where the refresh is refused' {
        $null = Send-TestControl $server tokens @{ expiresIn = 1; refuseRefresh = 'true' }
        try {
            Connect-TestServer $server
            $before = Get-TestLog $server
            Start-Sleep -Milliseconds 1100
            (Get-JpoPatentProgress (Get-FreshNumber)).ApplicationNumber | Should -Not -BeNullOrEmpty
            $after = Get-TestLog $server
            ($after.logins - $before.logins) | Should -Be 1
            ($after.refusedRefreshes - $before.refusedRefreshes) | Should -Be 1
        }
        finally { $null = Send-TestControl $server tokens @{ expiresIn = 3600; refuseRefresh = 'false' } }
    }
}
