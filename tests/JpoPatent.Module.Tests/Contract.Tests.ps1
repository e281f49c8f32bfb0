Describe 'The contract of the cmdlets' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $script:known = @([System.IO.File]::ReadAllText("$PSScriptRoot/Contract.txt") -split "`r?`n" | Where-Object { $_ })
        $script:given = @(& "$PSScriptRoot/Get-Contract.ps1")
    }

    It 'is read of all cmdlets' {
        @($given -like 'cmdlet *').Count | Should -BeGreaterThan 40
    }

    It 'is the one that is committed: where a change is meant, Get-Contract.ps1 -Write writes it anew' {
        # Each line with the cmdlet and the parameter that it belongs to, so that the message says what differs.
        function Join-Owner([string[]]$Lines) {
            foreach ($line in $Lines) {
                if ($line -match '^cmdlet ') { $cmdlet = $line; $owner = '' }
                elseif ($line -match '^  parameter (\S+)') { $owner = $Matches[1] + ' ' }
                elseif ($line -match '^  \S') { $owner = '' }
                "$cmdlet $owner$($line.Trim())"
            }
        }

        $difference = @(Compare-Object (Join-Owner $known) (Join-Owner $given) | ForEach-Object { '{0} {1}' -f $_.SideIndicator, $_.InputObject })
        $difference | Should -BeNullOrEmpty
        $given | Should -Be $known
    }
}
