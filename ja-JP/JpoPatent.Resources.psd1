# アセンブリを読み込む前に必要な文言です。他の文言はすべてアセンブリのリソースにあります。
ConvertFrom-StringData @'
ShellTooOld = JpoPatent には Windows PowerShell 5.1、または PowerShell 7.4 以降が必要です。お使いのバージョンは PowerShell {0} です。
'@
