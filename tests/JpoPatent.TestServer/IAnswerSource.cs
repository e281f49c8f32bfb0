namespace JpoPatent.TestServer;

/// <summary>Where answers come from. <see cref="ScriptedService"/> has checked the token and counted the access by then.</summary>
public interface IAnswerSource
{
    /// <summary>The answer of an API.</summary>
    /// <param name="call">What was asked, and what is left today.</param>
    ServiceAnswer Answer(ApiCall call);
}
