using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JpoPatent.Archives;
using JpoPatent.Cases;
using JpoPatent.Time;

namespace JpoPatent.Watch;

/// <summary>The lines of a watch: JSON, each with a checksum of all before it as its last field.</summary>
internal static class WatchLine
{
    internal const string Header = "watch", CaseKind = "case", LookKind = "look", ChangeKind = "change",
        NightKind = "night";

    private const string SumStart = ",\"sum\":\"";
    private const int SumLength = 8;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly HashSet<string> KnownFields = new(StringComparer.Ordinal)
    {
        "kind", "key", "app", "added", "retired", "look", "progress", "register", "filed", "rows", "values",
        "attorneys", "holders", "life", "missing", "changes", "sum",
    };

    private static readonly HashSet<string> KnownOfChange = new(StringComparer.Ordinal)
    {
        "kind", "seq", "key", "number", "change", "importance", "property", "before", "after", "legal", "at",
        "previous", "due", "sum",
    };

    private static readonly HashSet<string> KnownOfNight = new(StringComparer.Ordinal)
    {
        "kind", "night", "cases", "looked", "changes", "critical", "unlooked", "never", "longest", "ended", "last",
        "sandbox", "sum",
    };

    /// <summary>The file's first line.</summary>
    internal static byte[] Begin(long lastSequence) => Write(Header, json =>
    {
        json.WriteNumber("format", 1);
        json.WriteNumber("last", lastSequence);
    });

    /// <summary>
    /// A case as it is known, with the changes that the look found, so that neither is ever there without the other.
    /// </summary>
    internal static byte[] Of(WatchCase one, IReadOnlyList<JpoWatchChange>? changes) =>
        Write(changes == null ? CaseKind : LookKind, json =>
        {
            json.WriteString("key", WatchCase.KeyText(one.Key));
            WriteText(
                json,
                "app",
                one.Application?.Value is { } application && application != one.Key.Value ? application : null);
            json.WriteString("added", WatchDay.Text(one.Added));
            WriteDay(json, "retired", one.Retired);
            WriteDay(json, "look", one.LastLook);
            WriteDay(json, "progress", one.LastProgress);
            WriteDay(json, "register", one.LastRegister);
            json.WriteString("filed", WatchDay.Text(one.Filed));
            json.WriteStartArray("rows");
            foreach (IReadOnlyList<KeyValuePair<string, object?>> row in one.Rows)
            {
                json.WriteStartObject();
                foreach (KeyValuePair<string, object?> cell in row)
                {
                    WriteCell(json, cell.Key, cell.Value);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("values");
            foreach (CaseField field in CaseFields.All)
            {
                WriteText(json, field.ToString(), IsPlain(one, field) ? null : one.Values.Text(field));
            }

            WriteUnknown(json, one.UnknownValues);
            json.WriteEndObject();
            WriteText(json, "attorneys", one.Attorneys);
            WriteText(json, "holders", one.Holders);
            json.WriteString("life", string.Join(" ", one.Life));
            if (one.Missing.Count > 0)
            {
                json.WriteStartArray("missing");
                one.Missing.ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }

            WriteUnknown(json, one.Unknown);

            if (changes is { Count: > 0 })
            {
                json.WriteStartArray("changes");
                foreach (JpoWatchChange change in changes)
                {
                    json.WriteStartObject();
                    WriteChange(json, change);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        });

    /// <summary>A change alone, after its look was compacted.</summary>
    internal static byte[] Of(JpoWatchChange change) => Write(ChangeKind, json => WriteChange(json, change));

    /// <summary>What a night came to.</summary>
    internal static byte[] Of(JpoWatchNight night) => Write(NightKind, json =>
    {
        json.WriteString("night", WatchDay.Text(WatchDay.Of(night.Night)));
        json.WriteNumber("cases", night.Cases);
        json.WriteNumber("looked", night.LookedAt);
        json.WriteNumber("changes", night.Changes);
        json.WriteNumber("critical", night.Critical);
        json.WriteNumber("unlooked", night.NotLookedAt);
        json.WriteNumber("never", night.NeverLookedAt);
        json.WriteNumber("longest", night.LongestWait);
        json.WriteString("ended", night.EndedWord ?? night.EndedBecause.ToString());
        json.WriteNumber("last", night.LastSequence);
        json.WriteBoolean("sandbox", night.IsSandbox);
        WriteUnknown(json, night.Unknown);
    });

    /// <summary>Whether a line is whole: its checksum is that of what stands before it.</summary>
    internal static bool IsWhole(byte[] file, int from, int length)
    {
        int sum = length - SumLength - 2;
        int end = sum - SumStart.Length;
        if (end <= 0 || file[from + length - 1] != '}' || file[from + length - 2] != '"'
            || !Utf8Parser.TryParse(
                new ReadOnlySpan<byte>(file, from + sum, SumLength), out uint told, out int read, 'x')
            || read != SumLength)
        {
            return false;
        }

        return Crc32.End(Crc32.Add(Crc32.Start, file, from, end)) == told;
    }

    /// <summary>Reads a case.</summary>
    internal static WatchCase? ReadCase(JsonElement line)
    {
        if (KeyOf(line) is not { } key
            || !JpoNumber.TryParse(key.Value, key.Kind, key.Law, out JpoNumber? number, out _))
        {
            return null;
        }

        var one = new WatchCase(key, number)
        {
            Added = DayOf(line, "added") ?? 0,
            Retired = DayOf(line, "retired"),
            LastLook = DayOf(line, "look"),
            LastProgress = DayOf(line, "progress"),
            LastRegister = DayOf(line, "register"),
            Attorneys = TextOf(line, "attorneys"),
            Holders = TextOf(line, "holders"),
            Filed = DayOf(line, "filed") ?? 0,
        };
        if (TextOf(line, "app") is { } application
            && JpoNumber.TryParse(application, JpoNumberKind.Application, key.Law, out JpoNumber? found, out _))
        {
            one.Application = found;
        }

        if (key.Kind == JpoNumberKind.Application)
        {
            one.Application ??= number;
        }

        foreach (JsonProperty field in line.EnumerateObject())
        {
            switch (field.Name)
            {
                case "rows":
                    one.Rows = [.. field.Value.EnumerateArray().Select(ReadRow)];
                    break;
                case "values":
                    foreach (JsonProperty value in field.Value.EnumerateObject())
                    {
                        if (Enum.TryParse(value.Name, out CaseField known))
                        {
                            one.Values[known] = value.Value.GetString();
                        }
                        else
                        {
                            one.UnknownValues.Add(new(value.Name, value.Value.GetRawText()));
                        }
                    }

                    AddPlain(one);
                    break;
                case "life":
                    one.Life = [.. (field.Value.GetString() ?? string.Empty)
                        .Split([' '], StringSplitOptions.RemoveEmptyEntries)];
                    break;
                case "missing":
                    one.Missing = [.. field.Value.EnumerateArray().Select(
                        static item => item.GetString() ?? string.Empty)];
                    break;
                default:
                    if (!KnownFields.Contains(field.Name))
                    {
                        one.Unknown.Add(new(field.Name, field.Value.GetRawText()));
                    }

                    break;
            }
        }

        return one;
    }

    // What the key says already, and what is so wherever nothing else is said, makes the file no clearer.
    private static bool IsPlain(WatchCase one, CaseField field) => field switch
    {
        CaseField.Number => one.Values.Text(field) == one.Number.Display,
        CaseField.Law => one.Values.Text(field) == one.Law.ToString(),
        CaseField.IsSandbox => one.Values[CaseField.RetrievedAt] != null && one.Values[field] is false,
        _ => false,
    };

    private static void AddPlain(WatchCase one)
    {
        one.Values[CaseField.Number] ??= one.Number.Display;
        one.Values[CaseField.Law] ??= one.Law.ToString();
        if (one.Values[CaseField.RetrievedAt] != null)
        {
            one.Values[CaseField.IsSandbox] ??= false;
        }
    }

    /// <summary>Reads a change.</summary>
    internal static JpoWatchChange? ReadChange(JsonElement line) =>
        KeyOf(line) is not { } key ? null : new JpoWatchChange
        {
            Sequence = line.GetProperty("seq").GetInt64(),
            Key = WatchCase.KeyText(key),
            Law = key.Law,
            Number = TextOf(line, "number"),
            Kind = Word<JpoWatchChangeKind>(line, "change"),
            Importance = Word<JpoWatchImportance>(line, "importance"),
            Property = TextOf(line, "property"),
            Before = TextOf(line, "before"),
            After = TextOf(line, "after"),
            LegalDate = DateOf(line, "legal"),
            PreviousLook = DateOf(line, "previous"),
            DueDate = DateOf(line, "due"),
            DetectedAt = DateTimeOffset.Parse(TextOf(line, "at") ?? "2000-01-01", CultureInfo.InvariantCulture),
            KindWord = UnknownWord<JpoWatchChangeKind>(line, "change"),
            Unknown = UnknownOf(line, KnownOfChange),
        };

    /// <summary>Reads a night.</summary>
    internal static JpoWatchNight ReadNight(JsonElement line) => new()
    {
        Night = DateOf(line, "night") ?? default,
        Cases = Count(line, "cases"),
        LookedAt = Count(line, "looked"),
        Changes = Count(line, "changes"),
        Critical = Count(line, "critical"),
        NotLookedAt = Count(line, "unlooked"),
        NeverLookedAt = Count(line, "never"),
        LongestWait = Count(line, "longest"),
        EndedBecause = Word<JpoWatchEndReason>(line, "ended"),
        LastSequence = line.TryGetProperty("last", out JsonElement last) ? last.GetInt64() : 0,
        IsSandbox = line.TryGetProperty("sandbox", out JsonElement sandbox) && sandbox.ValueKind == JsonValueKind.True,
        EndedWord = UnknownWord<JpoWatchEndReason>(line, "ended"),
        Unknown = UnknownOf(line, KnownOfNight),
    };

    internal static string? TextOf(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static CaseKey? KeyOf(JsonElement line)
    {
        string[] parts = (TextOf(line, "key") ?? string.Empty).Split('/');
        return parts.Length == 3
            && Enum.TryParse(parts[0], out JpoLaw law)
            && Enum.TryParse(parts[1], out JpoNumberKind kind)
            ? new CaseKey(law, kind, parts[2])
            : null;
    }

    private static T Word<T>(JsonElement line, string name)
        where T : struct => Enum.TryParse(TextOf(line, name), out T value) ? value : default;

    // A word of another version is kept as it is.
    private static string? UnknownWord<T>(JsonElement line, string name)
        where T : struct => TextOf(line, name) is { } word && !Enum.TryParse(word, out T _) ? word : null;

    private static IReadOnlyList<KeyValuePair<string, string>> UnknownOf(JsonElement line, HashSet<string> known)
    {
        List<KeyValuePair<string, string>>? unknown = null;
        foreach (JsonProperty field in line.EnumerateObject())
        {
            if (!known.Contains(field.Name))
            {
                (unknown ??= []).Add(new(field.Name, field.Value.GetRawText()));
            }
        }

        return unknown ?? (IReadOnlyList<KeyValuePair<string, string>>)[];
    }

    private static int Count(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : 0;

    private static int? DayOf(JsonElement line, string name) => WatchDay.Read(TextOf(line, name));

    private static DateTime? DateOf(JsonElement line, string name) =>
        DayOf(line, name) is { } day ? WatchDay.Date(day) : null;

    private static IReadOnlyList<KeyValuePair<string, object?>> ReadRow(JsonElement row) =>
        [.. row.EnumerateObject().Select(
            static cell => new KeyValuePair<string, object?>(cell.Name, ReadCell(cell.Value)))];

    private static object? ReadCell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out long whole) ? (object)whole : value.GetDouble(),
        JsonValueKind.Object when TextOf(value, "day") is { } day =>
            DateTime.ParseExact(day, "s", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static void WriteCell(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double or float or decimal
                when !double.IsNaN(Convert.ToDouble(value, CultureInfo.InvariantCulture))
                    && !double.IsInfinity(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                json.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case DateTime day:
                json.WriteStartObject();
                json.WriteString("day", day.ToString("s", CultureInfo.InvariantCulture));
                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(Sheets.CellText.Of(value));
                break;
        }
    }

    private static void WriteChange(Utf8JsonWriter json, JpoWatchChange change)
    {
        json.WriteNumber("seq", change.Sequence);
        json.WriteString("key", change.Key);
        WriteText(json, "number", change.Number);
        json.WriteString("change", change.KindWord ?? change.Kind.ToString());
        json.WriteString("importance", change.Importance.ToString());
        WriteText(json, "property", change.Property);
        WriteText(json, "before", change.Before);
        WriteText(json, "after", change.After);
        WriteDay(json, "legal", change.LegalDate is { } legal ? WatchDay.Of(legal) : null);
        json.WriteString(
            "at",
            JapanTime.ToJapan(change.DetectedAt).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        WriteDay(json, "previous", change.PreviousLook is { } previous ? WatchDay.Of(previous) : null);
        WriteDay(json, "due", change.DueDate is { } due ? WatchDay.Of(due) : null);
        WriteUnknown(json, change.Unknown);
    }

    private static void WriteUnknown(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        foreach (KeyValuePair<string, string> field in fields)
        {
            json.WritePropertyName(field.Key);
            json.WriteRawValue(field.Value);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text != null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteDay(Utf8JsonWriter json, string name, int? day)
    {
        if (day is { } known)
        {
            json.WriteString(name, WatchDay.Text(known));
        }
    }

    private static byte[] Write(string kind, Action<Utf8JsonWriter> fields)
    {
        using var line = new MemoryStream(1024);
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            fields(json);
            json.Flush();
        }

        uint sum = Crc32.End(Crc32.Add(Crc32.Start, line.GetBuffer(), 0, (int)line.Length));
        byte[] end = Encoding.ASCII.GetBytes(SumStart + sum.ToString("x8", CultureInfo.InvariantCulture) + "\"}\n");
        line.Write(end, 0, end.Length);
        return line.ToArray();
    }
}
