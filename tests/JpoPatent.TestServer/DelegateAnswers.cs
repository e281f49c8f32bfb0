using System;

namespace JpoPatent.TestServer;

/// <summary>Answers that a test makes up.</summary>
public sealed class DelegateAnswers(Func<ApiCall, ServiceAnswer> answer) : IAnswerSource
{
    /// <inheritdoc/>
    public ServiceAnswer Answer(ApiCall call) => answer(call);
}
