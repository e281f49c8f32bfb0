using System;

namespace JpoPatent.Sandbox.World;

/// <summary>One document on file, as the progress answers list it, with what its body needs to know.</summary>
internal sealed class CaseDocument
{
    /// <summary>The number of a document that has none in the application's group.</summary>
    public const string NoNumber = "BBBBBBBBBBB";

    /// <summary>The number of a document that has none in the register's group.</summary>
    public const string NoRegisterNumber = "99999999999";

    /// <summary>Received, mailed or made on this day.</summary>
    public DateTime LegalDate { get; init; }

    public string Code { get; init; } = "";

    public string Description { get; init; } = "";

    public string Number { get; init; } = NoNumber;

    /// <summary>One letter of table 03050, or a blank for a document without a body.</summary>
    public char Separator { get; init; } = ' ';

    /// <summary>Bytes; 0 for a document without a body.</summary>
    public int Size { get; init; }

    /// <summary>From the International Bureau.</summary>
    public bool International { get; init; }

    /// <summary>For mailed documents: when the examiner wrote it.</summary>
    public DateTime Drafted { get; init; }

    /// <summary>For notices and what answers them: which notice, from 0.</summary>
    public int Round { get; init; }

    /// <summary>Whether the body can be had.</summary>
    public bool Available => Size > 0;

    public string Version => Available ? "0001" : "0000";
}
