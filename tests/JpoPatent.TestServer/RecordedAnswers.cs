using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;

namespace JpoPatent.TestServer;

/// <summary>
/// Serves a folder of recordings: <c>patent_app_progress_2020123456.json</c> is what <c>/api/patent/v1/app_progress/2020123456</c> gives. What was not recorded
/// has no data.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="keepCounters">Whether <c>remainAccessCount</c> stays as it was recorded; otherwise the server's own counter is put in its place.</param>
public sealed class RecordedAnswers(string folder, bool keepCounters) : IAnswerSource
{
    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        ["json"] = "application/json;charset=UTF-8",
        ["xml"] = "application/xml",
        ["zip"] = "application/zip",
        ["pdf"] = "application/pdf",
    };

    /// <inheritdoc/>
    public ServiceAnswer Answer(ApiCall call)
    {
        string name = (call.Api.Id + "/" + Uri.UnescapeDataString(call.Parameters)).Replace('/', '_');
        foreach ((string extension, string contentType) in ContentTypes)
        {
            string path = Path.Combine(folder, name + "." + extension);
            if (!File.Exists(path))
            {
                continue;
            }

            byte[] body = File.ReadAllBytes(path);
            string? code = null;
            var headers = new Dictionary<string, string>();
            if (extension is "json" or "xml")
            {
                string text = Encoding.UTF8.GetString(body);
                code = Regex.Match(text, "statusCode(?:\":\"|>)([0-9]{3})").Groups[1].Value;
                if (!keepCounters)
                {
                    body = Encoding.UTF8.GetBytes(Regex.Replace(text, "(remainAccessCount(?:\":\"|>))[0-9]*", "${1}" + call.Remaining));
                }
            }
            else
            {
                headers["Content-Disposition"] = "attachment;filename=" + name + "." + extension;
            }

            return new ServiceAnswer(200, body, contentType) { Code = code, Headers = headers };
        }

        return ServiceAnswer.Envelope(200, "107", "該当するデータがありません。", call.Remaining);
    }
}
