using System.Globalization;
using System.Net;

namespace JpoPatent;

/// <summary>The one place where an answer that is no success becomes an exception.</summary>
internal static class AnswerErrors
{
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
        string tries = response.Attempts > 1 ? Format(" " + Client.Messages.AfterAttempts, response.Attempts) : string.Empty;
        switch (response.ServiceCode)
        {
            case StatusCodes.NoData:
                return new JpoEmptyAnswerException(Format(Client.Messages.EmptyNoData, api, parameters));
            case StatusCodes.NoDocument:
                return new JpoEmptyAnswerException(Format(Client.Messages.EmptyNoDocument, api, parameters));
            case StatusCodes.NotCovered:
                return new JpoEmptyAnswerException(Format(Client.Messages.EmptyNotCovered, api, parameters));
            case StatusCodes.BadParameterValue or StatusCodes.ForbiddenCharacter or StatusCodes.NoSuchApi or StatusCodes.InvalidRequest:
                return new JpoInvalidParameterException(Format(Client.Messages.InvalidParameter, api, parameters, response.ServiceCode, http) + ServiceSays(response));
            case StatusCodes.InvalidToken or StatusCodes.InvalidCredentials:
                return new JpoAuthenticationException(Format(Client.Messages.AuthenticationTokenRefused, api, http, response.ServiceCode));
            case StatusCodes.TooManyAtOnce:
                return new JpoServiceException(JpoServiceProblem.Busy, Format(Client.Messages.ServiceBusy, api, tries));
            case StatusCodes.TimedOut:
                return new JpoServiceException(JpoServiceProblem.Timeout, Format(Client.Messages.ServiceTimeout, api, tries));
            case { } code:
                return new JpoServiceException(JpoServiceProblem.Error, Format(Client.Messages.ServiceError, api, http, code, tries) + ServiceSays(response));
        }

        switch (response.StatusCode)
        {
            case HttpStatusCode.Unauthorized:
                return new JpoAuthenticationException(Format(Client.Messages.AuthenticationTokenRefused, api, http, "-"));
            case HttpStatusCode.BadRequest or HttpStatusCode.NotFound:
                return new JpoInvalidParameterException(Format(Client.Messages.InvalidParameter, api, parameters, "-", http));
            case (HttpStatusCode)429:
                return new JpoServiceException(JpoServiceProblem.Busy, Format(Client.Messages.ServiceBusy, api, tries));
        }

        return response.Envelope.Form switch
        {
            _ when http is < 200 or >= 300 => new JpoServiceException(JpoServiceProblem.Error, Format(Client.Messages.ServiceError, api, http, "-", tries) + RequestId(response)),
            AnswerForm.Html => new JpoServiceException(JpoServiceProblem.Error, Format(Client.Messages.ServiceSentPage, api, http, tries) + RequestId(response)),
            AnswerForm.Empty => new JpoInvalidAnswerException(Format(Client.Messages.AnswerEmpty, api, http, api.Answer) + RequestId(response)),
            _ => new JpoInvalidAnswerException(Format(Client.Messages.AnswerGarbled, api, http, response.Body.Length) + RequestId(response)),
        };
    }

    private static string ServiceSays(ApiResponse response) =>
        (response.Envelope.ErrorMessage is { } words ? " " + Format(Client.Messages.ServiceSays, words) : string.Empty) + RequestId(response);

    private static string RequestId(ApiResponse response) =>
        response.RequestId is { } id ? " " + Format(Client.Messages.RequestIdSuffix, id) : string.Empty;

    private static string Format(string words, params object[] values) => string.Format(CultureInfo.CurrentCulture, words, values);
}
