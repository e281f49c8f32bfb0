using System;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using JpoPatent.Answers;
using JpoPatent.Files;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Pipeline;

/// <summary>
/// The one place where the body of an answer becomes a model: JSON straight from the response's bytes, XML by its
/// elements, files as they are.
/// </summary>
internal static class ModelReader
{
    /// <summary>Reads the <c>data</c> of an envelope.</summary>
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
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Falls through to the one message: where in the body it broke is nothing that a user can act upon.
        }

        throw Garbled(api, response);
    }

    /// <summary>Reads the elements of an OPD answer.</summary>
    /// <exception cref="JpoInvalidAnswerException">The answer is no XML, or not what the API sends.</exception>
    internal static T ReadXml<T>(ApiDescriptor api, ApiResponse response, Func<XElement, T> read) =>
        response.Envelope.Xml is { } answer ? read(answer) : throw Garbled(api, response);

    /// <summary>
    /// Takes a file as it came, if it is of the kind that the API sends, or the address that came in its place.
    /// </summary>
    /// <exception cref="JpoInvalidAnswerException">The answer is neither.</exception>
    internal static FileAnswer ReadFile(ApiDescriptor api, ApiResponse response)
    {
        AnswerForm due = api.Answer == ApiAnswer.Pdf ? AnswerForm.Pdf : AnswerForm.Zip;
        if (ReadFileAddress(api, response) is { } address)
        {
            return new FileAnswer(due, address);
        }

        return response.Envelope.Form == due
            ? new FileAnswer(due, response.FileName, new MemoryContent(response.Body))
            : throw Garbled(api, response);
    }

    /// <summary>
    /// The address that came in place of a file: a bundle of more than 10 MB lies on another host (<c>data.URL</c>).
    /// Null where the answer is the file itself.
    /// </summary>
    /// <exception cref="JpoInvalidAnswerException">The answer is neither.</exception>
    private static Uri? ReadFileAddress(ApiDescriptor api, ApiResponse response)
    {
        if (response.Envelope.Form != AnswerForm.Json)
        {
            return null;
        }

        try
        {
            using JsonDocument data = JsonDocument.Parse(response.Envelope.Data(response.Body));
            foreach (JsonProperty property in data.RootElement.EnumerateObject())
            {
                if (property.Name.Equals("URL", StringComparison.OrdinalIgnoreCase)
                    && property.Value.ValueKind == JsonValueKind.String
                    && Uri.TryCreate(property.Value.GetString(), UriKind.Absolute, out Uri? address))
                {
                    return address;
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // As above.
        }

        throw Invalid(api, response, Format(Client.DocumentMessages.BundleAddressMissing, api));
    }

    private static JpoInvalidAnswerException Garbled(ApiDescriptor api, ApiResponse response) =>
        Invalid(
            api,
            response,
            Format(Client.Messages.AnswerGarbled, api, (int)response.StatusCode, response.Body.Length));

    private static JpoInvalidAnswerException Invalid(ApiDescriptor api, ApiResponse response, string message) =>
        new(message)
        {
            Api = api,
            StatusCode = response.ServiceCode,
            HttpStatus = (int)response.StatusCode,
            Attempts = response.Attempts,
        };
}
