using System;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading.Tasks;
using JpoPatent.Cases;
using JpoPatent.Errors;
using JpoPatent.Numbers;
using JpoPatent.Sheets;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Abstractions;

/// <summary>A list of cases as a cmdlet takes it: a file, and the law of rows that do not say it.</summary>
internal static class ListInput
{
    /// <summary>Reads a file. One that cannot be read ends the cmdlet.</summary>
    internal static SheetTable ReadList(this JpoCommand cmdlet, string path, Encoding? encoding, string? worksheet)
    {
        string file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
        try
        {
            SheetTable table = cmdlet.Wait(stop => Task.Run(
                () => SheetFile.Read(file, encoding, worksheet, CaseRowReader.IsNumberHeading, stop), stop));
            cmdlet.WriteVerbose(Format(
                Messages.ListRead,
                table.FileName,
                table.SheetName ?? table.EncodingName,
                table.Rows.Count));
            return table;
        }
        catch (JpoSheetException error)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.From(error, path));
            throw;
        }
    }

    /// <summary>What reads the rows. An unknown law ends the cmdlet.</summary>
    /// <param name="cmdlet">Whose rows they are.</param>
    /// <param name="law">The law of rows that do not say it; null where the user gave none.</param>
    internal static CaseRowReader ReaderOfRows(this Cmdlet cmdlet, string? law)
    {
        ToldLaw told = LawWords.Read(law);
        if (told is ToldLaw.Unknown or ToldLaw.UtilityModel)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.From(
                new ArgumentException(Format(Messages.NoSuchLaw, law)), law));
        }

        return new CaseRowReader(told == ToldLaw.NotTold ? null : (JpoLaw)told);
    }

    /// <summary>The error of rows without a column for the number.</summary>
    internal static ErrorRecord ColumnMissing(CaseRequest request) =>
        ErrorRecords.ColumnMissing(CaseRowReader.Wanted, [.. request.Own.Select(static cell => cell.Key)]);
}
