using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Cases;

/// <summary>The state of a list in a file, as JSON that a person can read.</summary>
internal static class CaseSnapshot
{
    private const int Format = 1;

    /// <summary>Reads a state; null where there is no file yet.</summary>
    /// <exception cref="JpoSheetException">The file cannot be read, or is of another kind.</exception>
    internal static IReadOnlyList<CaseEntry>? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (json.RootElement.GetProperty("format").GetInt32() != Format)
            {
                throw new FormatException();
            }

            var entries = new List<CaseEntry>();
            foreach (JsonElement item in json.RootElement.GetProperty("cases").EnumerateArray())
            {
                entries.Add(ReadEntry(item));
            }

            return entries;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException
            or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new JpoSheetException(
                Format(Client.CaseMessages.SnapshotUnreadable, path, error.Message),
                error);
        }
    }

    /// <summary>Writes a state, whole or not at all.</summary>
    /// <exception cref="JpoFileException">The file cannot be written.</exception>
    internal static void Write(string path, IReadOnlyList<CaseEntry> entries)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string fresh = path + "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".tmp";
            using (var stream = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                using (var json = new Utf8JsonWriter(
                    stream,
                    new JsonWriterOptions
                    {
                        Indented = true,
                        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    }))
                {
                    WriteTo(json, entries);
                }

                stream.Flush(flushToDisk: true);
            }

            Place(fresh, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new JpoFileException(error.Message, path, isConflict: false, error);
        }
    }

    private static void Place(string fresh, string path)
    {
        if (!File.Exists(path))
        {
            File.Move(fresh, path);
            return;
        }
#if NET8_0_OR_GREATER
        File.Move(fresh, path, overwrite: true);
#else
        File.Replace(fresh, path, destinationBackupFileName: null);
#endif
    }

    private static void WriteTo(Utf8JsonWriter json, IReadOnlyList<CaseEntry> entries)
    {
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteStartArray("cases");
        foreach (CaseEntry entry in entries)
        {
            json.WriteStartObject();
            json.WriteStartArray("keys");
            foreach (CaseKey key in entry.Keys)
            {
                json.WriteStringValue(key.Law + "/" + key.Kind + "/" + key.Value);
            }

            json.WriteEndArray();
            if (entry.HasFailed)
            {
                json.WriteBoolean("failed", true);
            }

            json.WriteStartObject("values");
            foreach (CaseField field in entry.Fields)
            {
                json.WriteString(field.ToString(), entry.Values.Text(field));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static CaseEntry ReadEntry(JsonElement item)
    {
        var keys = new List<CaseKey>();
        foreach (JsonElement key in item.GetProperty("keys").EnumerateArray())
        {
            string[] parts = key.GetString()!.Split('/');
            keys.Add(parts.Length == 3
                ? new CaseKey(
                    (JpoLaw)Enum.Parse(typeof(JpoLaw), parts[0]),
                    (JpoNumberKind)Enum.Parse(typeof(JpoNumberKind), parts[1]),
                    parts[2])
                : throw new FormatException());
        }

        if (keys.Count == 0)
        {
            throw new FormatException();
        }

        var values = new CaseValues();
        var fields = new List<CaseField>();
        foreach (JsonProperty value in item.GetProperty("values").EnumerateObject())
        {
            // A newer version may know more.
            if (Enum.TryParse(value.Name, out CaseField field))
            {
                fields.Add(field);
                values[field] = value.Value.GetString();
            }
        }

        return new CaseEntry(
            keys, values, fields, item.TryGetProperty("failed", out JsonElement failed) && failed.GetBoolean());
    }
}
