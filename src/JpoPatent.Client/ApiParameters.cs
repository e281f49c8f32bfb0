using System;

namespace JpoPatent;

/// <summary>
/// What would stand behind an API's path for a text that a user might pipe in: the same that the doors send, so that the cache can be asked beforehand.
/// </summary>
internal static class ApiParameters
{
    /// <summary>The parameters, or false where the text is none that the API takes and a call with it would cost nothing.</summary>
    internal static bool TryMake(ApiDescriptor api, string? text, out string? parameters)
    {
        parameters = null;
        if (api.Group == ApiGroup.Opd)
        {
            return TryMakeOpd(api, text, out parameters);
        }

        if (api == ApiCatalog.PatentApplicantByCode || api == ApiCatalog.DesignApplicantByCode || api == ApiCatalog.TrademarkApplicantByCode)
        {
            return Try(() => RequiredText.ApplicantCode(text), out parameters);
        }

        if (api == ApiCatalog.PatentApplicantByName || api == ApiCatalog.DesignApplicantByName || api == ApiCatalog.TrademarkApplicantByName)
        {
            return Try(() => RequiredText.ApplicantName(api, text), out parameters);
        }

        bool isReference = api == ApiCatalog.PatentNumber || api == ApiCatalog.DesignNumber || api == ApiCatalog.TrademarkNumber;
        bool isPct = api == ApiCatalog.PctNationalPhase;
        JpoNumberKind? kind = isReference || isPct ? null : JpoNumberKind.Application;
        if (!JpoNumber.TryParse(text, kind, api.Law, out JpoNumber? number, out _))
        {
            return false;
        }

        parameters = isReference || isPct ? DomesticApis.KindWord(number!.Kind) + number.Value : number!.Value;
        return true;
    }

    private static bool TryMakeOpd(ApiDescriptor api, string? text, out string? parameters)
    {
        bool isFamily = api == ApiCatalog.OpdFamily || api == ApiCatalog.OpdFamilyList;
        parameters = null;
        if (!JpoDocdbNumber.TryParse(text, isFamily ? null : JpoNumberKind.Application, out JpoDocdbNumber? number, out _) || (isFamily && number!.Kind == null))
        {
            return false;
        }

        parameters = isFamily ? OpdApis.Family(number!) : number!.Value;
        return true;
    }

    private static bool Try(Func<string> make, out string? parameters)
    {
        try
        {
            parameters = make();
            return true;
        }
        catch (JpoException)
        {
            parameters = null;
            return false;
        }
    }
}
