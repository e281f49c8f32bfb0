using System;
using System.Globalization;
using JpoPatent.Sandbox.Exchange;

namespace JpoPatent.Sandbox.Answers;

/// <summary>
/// The domestic JSON envelope, and the status codes with the HTTP status and the words that go with each.
/// </summary>
internal static class Envelope
{
    public const string Done = "100";
    public const string NoData = "107";
    public const string NoDocument = "108";
    public const string NotCovered = "111";
    public const string OverDailyLimit = "203";
    public const string BadParameter = "204";
    public const string ForbiddenCharacter = "208";
    public const string InvalidToken = "210";
    public const string NoSuchApi = "301";
    public const string TooManyAtOnce = "303";
    public const string InvalidRequest = "400";

    /// <summary>A successful answer; <paramref name="writeData"/> fills the <c>data</c> object.</summary>
    public static SandboxResponse Success(int remaining, Action<JsonText> writeData)
    {
        JsonText json = Head(Done, "", Count(remaining));
        json.OpenObject("data");
        writeData(json);
        json.CloseObject().CloseObject().CloseObject();
        return new SandboxResponse(200, "application/json", json.ToUtf8());
    }

    /// <summary>An empty answer that carries the counter: no data (107) or no document (108).</summary>
    public static SandboxResponse Empty(string statusCode, int remaining) => Bare(statusCode, Count(remaining));

    /// <summary>An answer without data and without a counter.</summary>
    public static SandboxResponse Error(string statusCode) => Bare(statusCode, "");

    private static SandboxResponse Bare(string statusCode, string counter)
    {
        (int status, string message) = Meaning(statusCode);
        JsonText json = Head(statusCode, message, counter);
        json.OpenObject("data").CloseObject().CloseObject().CloseObject();
        return new SandboxResponse(status, "application/json", json.ToUtf8());
    }

    private static JsonText Head(string statusCode, string message, string counter) => new JsonText()
        .OpenObject()
        .OpenObject("result")
        .Text("statusCode", statusCode)
        .Text("errorMessage", message)
        .Text("remainAccessCount", counter);

    private static string Count(int remaining) => remaining.ToString(CultureInfo.InvariantCulture);

    private static (int Status, string Message) Meaning(string statusCode) => statusCode switch
    {
        NoData => (200, "該当するデータがありません。"),
        NoDocument => (200, "該当する書類実体がありません。"),
        NotCovered => (200, "提供対象外の案件番号のため取得できませんでした。"),
        OverDailyLimit => (200, "1日のアクセス上限を超過したため閲覧を制限します。"),
        BadParameter => (200, "パラメーターの入力された値に問題があります。"),
        ForbiddenCharacter => (200, "「タブ文字、,、 :、|」の文字は利用できません。"),
        InvalidToken => (401, "無効なトークンです。"),
        NoSuchApi => (404, "指定された特許情報取得APIのURLは存在しません。"),
        TooManyAtOnce => (429, "アクセスが集中しています。"),
        InvalidRequest => (400, "無効なリクエストです。"),
        _ => throw new ArgumentOutOfRangeException(nameof(statusCode), statusCode, null),
    };
}
