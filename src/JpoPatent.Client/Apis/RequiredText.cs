using System;
using System.Text;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Apis;

/// <summary>What a door asks of a parameter that is no number of a case. What it refuses costs no access.</summary>
internal static class RequiredText
{
    private const int ApplicantCodeLength = 9;

    /// <summary>JPO keeps no longer ones.</summary>
    private const int MaxNameLength = 1000;

    private static readonly char[] ForbiddenInNames = [',', ':', ';', '|'];

    /// <summary>Nine digits; full-width ones become half-width.</summary>
    /// <exception cref="JpoInvalidNumberException">The text is something else.</exception>
    internal static string ApplicantCode(string? text)
    {
        char[] digits = (text ?? string.Empty).Trim().ToCharArray();
        bool isCode = digits.Length == ApplicantCodeLength;
        for (int i = 0; isCode && i < digits.Length; i++)
        {
            digits[i] = digits[i] is >= '０' and <= '９' ? (char)(digits[i] - '０' + '0') : digits[i];
            isCode = IsDigit(digits[i]);
        }

        return isCode
            ? new string(digits)
            : throw new JpoInvalidNumberException(
                text ?? string.Empty,
                Format(Client.Messages.ApplicantCodeInvalid, text),
                Client.Messages.ActionApplicantCode);
    }

    /// <summary>A name, percent-encoded. Nothing of it is changed, for the service matches exactly.</summary>
    /// <exception cref="JpoInvalidParameterException">The service would not take the name,
    /// or the address could not carry it.</exception>
    internal static string ApplicantName(ApiDescriptor api, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw Invalid(api, Format(Client.Messages.ApplicantNameEmpty, api));
        }

        if (name!.Length > MaxNameLength)
        {
            throw Invalid(api, Format(Client.Messages.ApplicantNameTooLong, api, name.Length, MaxNameLength));
        }

        if (name.IndexOfAny(ForbiddenInNames) >= 0 || !ConsistsOf(name, c => !char.IsControl(c)))
        {
            throw Invalid(api, Format(Client.Messages.ForbiddenCharacter, api));
        }

        return TryEscape(name) ?? throw Invalid(api, Format(Client.Messages.NameNotAddressable, api, name));
    }

    /// <summary>The id of a document of a dossier, e.g. <c>Written_Opinion_50800695453_JP</c>.</summary>
    /// <exception cref="JpoInvalidParameterException">The text is something else.</exception>
    internal static string DocumentId(ApiDescriptor api, string? text)
    {
        string id = (text ?? string.Empty).Trim();
        return id.Length > 0
            && id is not ("." or "..")
            && ConsistsOf(id, c => IsLetter(c) || c is >= 'a' and <= 'z' || IsDigit(c) || c is '_' or '.' or '-')
            ? id
            : throw Invalid(api, Format(Client.Messages.DocumentIdInvalid, api, text));
    }

    /// <summary>
    /// The name as one segment of an address; null where the platform's <see cref="Uri"/> would read it as something
    /// else: <c>.</c> and <c>..</c> everywhere, in Windows PowerShell an escaped slash too.
    /// </summary>
    private static string? TryEscape(string name)
    {
        try
        {
            // Escaping as bytes shows a half of a surrogate pair, which .NET would silently replace.
            _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetByteCount(name);
            string escaped = Uri.EscapeDataString(name);
            return new Uri("https://host/" + escaped).AbsolutePath == "/" + escaped ? escaped : null;
        }
        catch (Exception error) when (error is EncoderFallbackException or UriFormatException)
        {
            return null;
        }
    }

    private static bool ConsistsOf(string text, Func<char, bool> isMember)
    {
        foreach (char c in text)
        {
            if (!isMember(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsLetter(char c) => c is >= 'A' and <= 'Z';

    private static JpoInvalidParameterException Invalid(ApiDescriptor api, string message) =>
        new(message) { Api = api };
}
