using System.Text;

namespace JpoPatent.TestServer;

/// <summary>A made-up progress answer for any number; a number that ends in 999999 has no data, and neither has any other API.</summary>
public sealed class GeneratedAnswers : IAnswerSource
{
    /// <inheritdoc/>
    public ServiceAnswer Answer(ApiCall call)
    {
        string number = call.Parameters;
        bool isProgress = call.Api.Id.Contains("/app_progress", System.StringComparison.Ordinal);
        if (!isProgress || number.EndsWith("999999", System.StringComparison.Ordinal))
        {
            return ServiceAnswer.Envelope(200, "107", "該当するデータがありません。", call.Remaining);
        }

        var data = new StringBuilder();
        data.Append("{\"applicationNumber\":\"").Append(number).Append("\",\"inventionTitle\":\"架空の発明").Append(number).Append('"')
            .Append(",\"applicantAttorney\":[{\"applicantAttorneyCd\":\"900000001\",\"repeatNumber\":\"1\",\"name\":\"架空特許株式会社\",\"applicantAttorneyClass\":\"1\"}]")
            .Append(",\"filingDate\":\"20200720\",\"publicationNumber\":\"\",\"ADPublicationNumber\":\"\",\"publicationDate\":\"\",\"registrationNumber\":\"\"")
            .Append(",\"priorityRightInformation\":[],\"parentApplicationInformation\":{},\"divisionalApplicationInformation\":[]")
            .Append(",\"bibliographyInformation\":[{\"numberType\":\"01\",\"number\":\"").Append(number)
            .Append("\",\"documentList\":[{\"legalDate\":\"20200720\",\"irirFlg\":\"0\",\"availabilityFlag\":\"1\",\"documentCode\":\"A63\",\"documentDescription\":\"特許願\"")
            .Append(",\"documentNumber\":\"52000000001\",\"versionNumber\":\"0001\",\"documentSeparator\":\"S\",\"numberOfPages\":\"0\",\"sizeOfDocument\":\"1427\"}]}]}");
        return ServiceAnswer.Envelope(200, "100", remaining: call.Remaining, data: data.ToString());
    }
}
