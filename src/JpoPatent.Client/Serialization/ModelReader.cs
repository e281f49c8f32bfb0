using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JpoPatent;

/// <summary>Reads the <c>data</c> of an envelope straight from the response's bytes into a model.</summary>
internal static class ModelReader
{
    /// <exception cref="JpoInvalidAnswerException">The data are not what the API sends.</exception>
    internal static T Read<T>(ApiDescriptor api, ApiResponse response, JsonTypeInfo<T> model)
    {
        try
        {
            T? answer = JsonSerializer.Deserialize(response.Envelope.Data(response.Body).Span, model);
            if (answer != null)
            {
                return answer;
            }
        }
        catch (JsonException)
        {
            // Falls through to the one message: where in the body it broke is nothing that a user can act upon.
        }

        throw new JpoInvalidAnswerException(
            string.Format(CultureInfo.CurrentCulture, Client.Messages.AnswerGarbled, api, (int)response.StatusCode, response.Body.Length))
        {
            Api = api,
            StatusCode = response.ServiceCode,
            HttpStatus = (int)response.StatusCode,
            Attempts = response.Attempts,
        };
    }
}
