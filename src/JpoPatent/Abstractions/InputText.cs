using System.Management.Automation;

namespace JpoPatent.Abstractions;

/// <summary>What a piped object would bind to a number parameter: a property of that name, else its own text.</summary>
internal static class InputText
{
    private static readonly string[] Names =
    [
        "ApplicationNumber", "AppNo", "出願番号", "PublicationNumber", "公開番号", "RegistrationNumber", "登録番号",
        "InternationalApplicationNumber", "国際出願番号", "InternationalPublicationNumber", "国際公開番号", "Code", "申請人コード", "Name",
    ];

    internal static string? Of(PSObject? input)
    {
        if (input?.BaseObject is null or string)
        {
            return input?.BaseObject as string;
        }

        foreach (string name in Names)
        {
            if (input.Properties[name]?.Value is { } value)
            {
                return value.ToString();
            }
        }

        return input.ToString();
    }
}
