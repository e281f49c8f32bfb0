using JpoPatent.Answers;
using JpoPatent.Numbers;
using JpoPatent.Serialization;
using JpoPatent.Words;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Pipeline;

/// <summary>The one place where an answer that is no success becomes an exception.</summary>
internal static class AnswerErrors
{
    private const int MaxWords = 400;

    /// <param name="api">What was asked.</param>
    /// <param name="parameters">With what; shown to the user as it was sent.</param>
    /// <param name="response">What came, after all retries.</param>
    internal static JpoException ToException(ApiDescriptor api, string parameters, ApiResponse response)
    {
        JpoException error = Choose(api, parameters, response);
        error.Api = api;
        error.StatusCode = response.ServiceCode;
        error.HttpStatus = (int)response.StatusCode;
        error.Attempts = response.Attempts;
        return error;
    }

    private static JpoException Choose(ApiDescriptor api, string parameters, ApiResponse response)
    {
        int http = (int)response.StatusCode;
        if (response.Check.Fault != AnswerFault.None && http is >= 200 and < 300)
        {
            return Unfit(api, parameters, response.Check, http, response.Body.Length, ServiceSays(response));
        }

        AnswerForm form = response.Envelope.Form;
        string shownCode = response.ServiceCode ?? "-";
        string tries = response.Attempts > 1 ? Format(Client.Messages.AfterAttempts, response.Attempts) : string.Empty;
        return response.ServiceCode switch
        {
            StatusCodes.NoData => Empty(Client.Messages.EmptyNoData),
            StatusCodes.NoDocument => Empty(Client.Messages.EmptyNoDocument),
            StatusCodes.NotCovered => Empty(Client.Messages.EmptyNotCovered),
            StatusCodes.BadParameterValue or StatusCodes.ForbiddenCharacter or StatusCodes.NoSuchApi
                or StatusCodes.InvalidRequest => BadParameter(),
            StatusCodes.InvalidToken or StatusCodes.InvalidCredentials => TokenRefused(),
            StatusCodes.TooManyAtOnce => Busy(),
            StatusCodes.TimedOut =>
                Service(JpoServiceProblem.Timeout, Format(Client.Messages.ServiceTimeout, api, tries)),
            { } code when !StatusCodes.IsKnown(code) => Failed(Client.Messages.ServiceUnknownCode),
            not null => Failed(Client.Messages.ServiceError),
            _ when http == 401 => TokenRefused(),
            _ when http == 403 =>
                Service(JpoServiceProblem.Error, Format(Client.Messages.ServiceForbidden, api, tries)),

            // A page with these is a gateway's, which knows nothing of parameters.
            _ when http is 400 or 404 && form != AnswerForm.Html => BadParameter(),
            _ when http == 429 => Busy(),
            _ when form == AnswerForm.Html =>
                Service(JpoServiceProblem.Error, Format(Client.Messages.ServiceSentPage, api, http, tries)),
            _ when http is < 200 or >= 300 => Failed(Client.Messages.ServiceError),
            _ when form == AnswerForm.Empty =>
                Unusable(Format(Client.Messages.AnswerEmpty, api, http, ValueWords.Of(api.Answer))),
            _ => Unusable(Format(Client.Messages.AnswerGarbled, api, http, response.Body.Length)),
        };

        JpoEmptyAnswerException Empty(string words) =>
            new(Format(words, api, Asked(api, parameters)) + Original(response));

        JpoInvalidParameterException BadParameter() =>
            new(Format(Client.Messages.InvalidParameter, api, parameters, shownCode, http) + ServiceSays(response));

        JpoAuthenticationException TokenRefused() =>
            new(Format(Client.Messages.AuthenticationTokenRefused, api, http, shownCode, tries)
                + ServiceSays(response));

        JpoServiceException Busy() =>
            Service(JpoServiceProblem.Busy, Format(Client.Messages.ServiceBusy, api, tries));

        JpoServiceException Failed(string words) =>
            Service(JpoServiceProblem.Error, Format(words, api, http, shownCode, tries));

        JpoServiceException Service(JpoServiceProblem problem, string message) =>
            new(problem, message + ServiceSays(response));

        JpoInvalidAnswerException Unusable(string message) => new(message + ServiceSays(response));
    }

    /// <summary>The error for an answer that reports success without being one.</summary>
    internal static JpoInvalidAnswerException Unfit(
        ApiDescriptor api, string parameters, AnswerCheck check, int http, long length, string more = "") =>
        new(check.Fault switch
        {
            AnswerFault.OtherCase => Format(Client.Messages.AnswerOtherCase, api, parameters, Short(check.Other!)),
            AnswerFault.NoData => Format(Client.Messages.AnswerNoData, api, parameters),
            AnswerFault.NoFiles => Format(Client.Messages.AnswerNoFiles, api, parameters),
            _ => Format(Client.Messages.AnswerGarbled, api, http, length),
        } + more);

    /// <summary>
    /// What was asked for. In Japanese as people write it; the English sentence keeps the number of the address,
    /// which scripts look for in it.
    /// </summary>
    private static string Asked(ApiDescriptor api, string parameters) =>
        WordBook.IsJapanese ? DisplayNumbers.OfParameters(parameters, api.Law) : parameters;

    /// <summary>
    /// What is known of an answer that came before the call failed otherwise, as sentences that follow the error's
    /// own; empty where none came.
    /// </summary>
    internal static string LastAnswer(ApiResponse? response) => response == null
        ? string.Empty
        : " " + Format(Client.Messages.LastAnswer, (int)response.StatusCode, response.ServiceCode ?? "-")
            + ServiceSays(response);

    private static string ServiceSays(ApiResponse response)
    {
        string said = response.Envelope.ErrorMessage is { } words
            ? " " + Said(Short(words), Gloss(response.ServiceCode))
            : string.Empty;
        string id = response.RequestId is { } known
            ? " " + Format(Client.Messages.RequestIdSuffix, known)
            : string.Empty;
        return said + id + response.GivenUp;
    }

    /// <summary>
    /// The service answers in Japanese. A reader of Japanese gets its words alone, all others their meaning and then
    /// the words themselves, which JPO's support centre and a search of its site know.
    /// </summary>
    private static string Said(string words, string? gloss) =>
        gloss == null || WordBook.IsJapanese || !IsJapanese(words)
            ? Format(Client.Messages.ServiceSays, words)
            : Format(Client.Glosses.Says, gloss, words);

    /// <summary>The same where the error's own sentence says already what the words mean.</summary>
    internal static string Original(ApiResponse response) =>
        response.Envelope.ErrorMessage is { } words && !WordBook.IsJapanese && IsJapanese(words)
            ? " " + Format(Client.Glosses.Original, Short(words))
            : string.Empty;

    private static string? Gloss(string? code) => code switch
    {
        StatusCodes.NoData => Client.Glosses.NoData,
        StatusCodes.NoDocument => Client.Glosses.NoDocument,
        StatusCodes.NotCovered => Client.Glosses.NotCovered,
        StatusCodes.OverDailyLimit => Client.Glosses.OverDailyLimit,
        StatusCodes.BadParameterValue => Client.Glosses.BadParameterValue,
        StatusCodes.ForbiddenCharacter => Client.Glosses.ForbiddenCharacter,
        StatusCodes.InvalidToken => Client.Glosses.InvalidToken,
        StatusCodes.InvalidCredentials => Client.Glosses.InvalidCredentials,
        StatusCodes.NoSuchApi => Client.Glosses.NoSuchApi,
        StatusCodes.TimedOut => Client.Glosses.TimedOut,
        StatusCodes.TooManyAtOnce => Client.Glosses.TooManyAtOnce,
        StatusCodes.InvalidRequest => Client.Glosses.InvalidRequest,
        StatusCodes.UnexpectedError => Client.Glosses.UnexpectedError,
        _ => null,
    };

    private static bool IsJapanese(string words)
    {
        foreach (char c in words)
        {
            if (c >= '\u3040')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words from outside at a bearable length.</summary>
    private static string Short(string words) => words.Length > MaxWords ? words.Substring(0, MaxWords) + "…" : words;
}
