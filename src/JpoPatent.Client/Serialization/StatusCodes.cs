namespace JpoPatent.Serialization;

/// <summary>JPO's status codes, by what they mean.</summary>
internal static class StatusCodes
{
    internal const string Done = "100";
    internal const string NoData = "107";
    internal const string NoDocument = "108";
    internal const string NotCovered = "111";
    internal const string OverDailyLimit = "203";
    internal const string BadParameterValue = "204";
    internal const string ForbiddenCharacter = "208";
    internal const string InvalidToken = "210";
    internal const string InvalidCredentials = "212";
    internal const string NoSuchApi = "301";
    internal const string TimedOut = "302";
    internal const string TooManyAtOnce = "303";
    internal const string InvalidRequest = "400";
    internal const string UnexpectedError = "999";

    /// <summary>Whether JPO's handbook lists a code.</summary>
    internal static bool IsKnown(string code) =>
        code is Done or NoData or NoDocument or NotCovered or OverDailyLimit or BadParameterValue or ForbiddenCharacter
            or InvalidToken or InvalidCredentials or NoSuchApi or TimedOut or TooManyAtOnce or InvalidRequest
            or UnexpectedError;
}
