using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using System.Xml.Linq;

namespace JpoPatent;

/// <summary>The one place where the body of an answer becomes a model: JSON straight from the response's bytes, XML by its elements, files as they are.</summary>
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
    internal static T ReadXml<T>(ApiDescriptor api, ApiResponse response, Func<XElement, T> read)
    {
        if (response.Envelope.Form == AnswerForm.Xml)
        {
            try
            {
                using var reader = XmlReader.Create(new MemoryStream(response.Body.ToArray(), writable: false), OpdEnvelope.ReaderSettings);
                return read(XElement.Load(reader));
            }
            catch (XmlException)
            {
                // As above.
            }
        }

        throw Garbled(api, response);
    }

    /// <summary>Takes a file as it came, if it is of the kind that the API sends.</summary>
    /// <exception cref="JpoInvalidAnswerException">The answer is no such file.</exception>
    internal static FileAnswer ReadFile(ApiDescriptor api, ApiResponse response)
    {
        AnswerForm due = api.Answer == ApiAnswer.Pdf ? AnswerForm.Pdf : AnswerForm.Zip;
        return response.Envelope.Form switch
        {
            AnswerForm form when form == due => new FileAnswer { FileName = response.FileName, Form = form, Content = new MemoryContent(response.Body) },

            // A bundle of more than 10 MB comes as JSON with an address on another host (data.URL): who follows it does so from here.
            _ => throw Garbled(api, response),
        };
    }

    private static JpoInvalidAnswerException Garbled(ApiDescriptor api, ApiResponse response) =>
        new(string.Format(CultureInfo.CurrentCulture, Client.Messages.AnswerGarbled, api, (int)response.StatusCode, response.Body.Length))
        {
            Api = api,
            StatusCode = response.ServiceCode,
            HttpStatus = (int)response.StatusCode,
            Attempts = response.Attempts,
        };
}
