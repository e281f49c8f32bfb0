namespace JpoPatent.Planning;

/// <summary>
/// What is expected before a portfolio has taught better: from JPO's annual reports (first action ten months after the
/// request, 14 to 15 months in all; a tenth to a quarter of the requests in each of the first three years and the most
/// at their end), the terms of the law, and round figures where nothing is published.
/// </summary>
internal static class RatePrior
{
    private const int Year = 365;

    // Eighteen months from filing or priority.
    private const int Publication = 548;

    // The time for a request for examination.
    private const int RequestEnds = 3 * Year;

    /// <summary>The rates of a stage at an age.</summary>
    public static StagePrior Of(JpoLaw law, WatchStage stage, int age) => (law, stage) switch
    {
        (JpoLaw.Patent, WatchStage.NeverSeen) => PatentByAge(age),
        (_, WatchStage.NeverSeen) => OtherByAge(age),
        (JpoLaw.Patent, WatchStage.Unpublished) => Shown(PatentPublication(age), critical: 0.12, request: 0.35),
        (JpoLaw.Design, WatchStage.Unpublished) => Shown(age < 120 ? 0.001 : 0.006, critical: 1, request: 0),
        (_, WatchStage.Unpublished) => Shown(0.03, critical: 0, request: 0),
        (_, WatchStage.Published) => Requests(age),
        (JpoLaw.Patent, WatchStage.Requested) => new(age < 60 ? 0.0008 : age < 120 ? 0.002 : 0.004, 0, 0.0005),
        (_, WatchStage.Requested) => new(age < 100 ? 0.0005 : 0.006, 0, 0.0005),
        (JpoLaw.Patent, WatchStage.Notified) => Answers(age, term: 60),
        (_, WatchStage.Notified) => Answers(age, term: 40),
        (_, WatchStage.Responded) => new(age < 30 ? 0.003 : 0.01, 0, 0.0005),
        (_, WatchStage.Refused) => new(0.0002, 0, age < 65 ? 0.001 : 0.03),
        (_, WatchStage.Appealed) => new(0.004, 0, 0.002),
        (_, WatchStage.Granted) => new(0.0002, 0, age < 8 ? 0.01 : age < 35 ? 0.06 : 0.02),
        (_, WatchStage.Paid) => new(0.0002, 0, 0.08),
        (_, WatchStage.Registered) => new(0.00001, 0, 0.0002, FirstAnnuity(law, age)),
        (_, WatchStage.Kept) => new(0.00001, 0, 0.0002, age < 300 ? 0.0004 : age <= Year ? 0.015 : 0.004),
        (_, _) => new(0.000001, 0, 0.00005),
    };

    private static StagePrior PatentByAge(int age) => age switch
    {
        < Year => new(0.0003, 0.0005, 0.002),
        < RequestEnds => new(0.0008, 0.0007, 0.002),
        < 2000 => new(0.0025, 0.0002, 0.003),
        < 2600 => new(0.0008, 0, 0.003),
        _ => new(0.00005, 0, 0.003),
    };

    private static StagePrior OtherByAge(int age) => age < 2 * Year ? new(0.003, 0, 0.004) : new(0.00005, 0, 0.0006);

    private static StagePrior Shown(double published, double critical, double request) =>
        new(published * critical, published * request, published);

    private static double PatentPublication(int age) => age switch
    {
        < 100 => 0.0003,
        < 150 => 0.001,
        < Publication - 20 => 0.002,
        < Publication + 30 => 0.03,
        _ => 0.01,
    };

    private static StagePrior Requests(int age) => age switch
    {
        < 900 => new(0.00002, 0.0004, 0.0006),
        < 1050 => new(0.00002, 0.003, 0.0006),
        < RequestEnds + 15 => new(0.0001, 0.02, 0.0006),
        _ => new(0.00005, 0.001, 0.003),
    };

    private static StagePrior Answers(int age, int term) =>
        age < term - 20 ? new(0.00005, 0, 0.004)
        : age < term + 5 ? new(0.0001, 0, 0.03)
        : new(0.002, 0, 0.012);

    // The first three annuities of a patent are paid with the registration.
    // Designs pay by the year from the second on, trademarks every five or ten years.
    private static double FirstAnnuity(JpoLaw law, int age) => law switch
    {
        JpoLaw.Patent => age is >= 1030 and < 1100 ? 0.014 : 0.001,
        JpoLaw.Design => age % Year >= 300 ? 0.01 : 0.0006,
        _ => 0.0004,
    };
}
