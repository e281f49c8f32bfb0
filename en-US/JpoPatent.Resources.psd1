# Words that are needed before any assembly can be loaded. All others are in the assemblies' resources.
ConvertFrom-StringData @'
ShellTooOld = JpoPatent needs Windows PowerShell 5.1, or PowerShell 7.4 or later; this is PowerShell {0}.
'@
