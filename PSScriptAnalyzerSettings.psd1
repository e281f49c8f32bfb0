@{
    Severity     = @('Error', 'Warning', 'Information')
    ExcludeRules = @(
        # Scripts here are for people at a prompt; their output is meant for the screen.
        'PSAvoidUsingWriteHost'
    )
    Rules        = @{
        PSUseCompatibleSyntax = @{
            Enable         = $true
            TargetVersions = @('5.1', '7.4')
        }
    }
}
