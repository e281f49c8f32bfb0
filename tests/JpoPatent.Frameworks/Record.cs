using System;
using System.Collections;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;

namespace JpoPatent.Frameworks;

/// <summary>Writes objects down, a line for each property, in an order that both frameworks keep.</summary>
internal sealed class Record
{
    private const int Depth = 8;

    private readonly TextWriter _output;
    private readonly string _prefix;

    internal Record(TextWriter output, string prefix = "")
    {
        _output = output;
        _prefix = prefix;
    }

    internal Record In(string place) => new(_output, place + " ");

    /// <summary>Asks, and writes down the answer or the error; null where it was one.</summary>
    internal async Task<T?> AskAsync<T>(string what, Func<Task<T>> ask)
        where T : class
    {
        try
        {
            T answer = await ask();
            Add(what, answer);
            return answer;
        }
        catch (JpoException error)
        {
            Line(what, error.GetType().Name + ": " + error.Message);
            return null;
        }
    }

    /// <summary>A document saved in each format: the names of its files and what is in them. Zip files are compared by their entries: each framework packs in its own way.</summary>
    internal void AddSaved(string what, JpoDocument document, string folder)
    {
        foreach (DocumentFormat format in Enum.GetValues(typeof(DocumentFormat)).Cast<DocumentFormat>().OrderBy(format => format.ToString(), StringComparer.Ordinal))
        {
            var writer = new DocumentWriter(Path.Combine(folder, format.ToString()), format, force: true);
            try
            {
                foreach (string path in writer.Write(writer.Plan(document)).OrderBy(path => path, StringComparer.Ordinal))
                {
                    Line(what + " saved " + format + " " + Path.GetFileName(path), Content(path));
                }
            }
            catch (JpoException error)
            {
                Line(what + " saved " + format, error.GetType().Name + ": " + error.Message.Replace(folder, "…"));
            }
        }
    }

    internal void Add(string path, object? value) => Add(path, value, Depth);

    private static string Content(string path)
    {
        switch (Path.GetExtension(path))
        {
            case ".zip":
                using (var stream = File.OpenRead(path))
                using (var zip = new ZipArchive(stream, ZipArchiveMode.Read))
                {
                    return string.Join(", ", zip.Entries.Select(entry => entry.Length + " " + Hash(entry.Open())));
                }

            // Mono writes more signs as numbers than .NET does; a browser reads the same.
            case ".html":
                return WebUtility.HtmlDecode(File.ReadAllText(path, Encoding.UTF8));
            default:
                return Hash(File.OpenRead(path));
        }
    }

    private static string Hash(Stream stream)
    {
        using (stream)
        using (var hash = SHA256.Create())
        {
            return BitConverter.ToString(hash.ComputeHash(stream));
        }
    }

    private void Add(string path, object? value, int depth)
    {
        switch (value)
        {
            case null:
                Line(path, "null");
                break;
            case string text:
                Line(path, text);
                break;
            case DateTime day:
                Line(path, day.ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                Line(path, moment.ToString("O", CultureInfo.InvariantCulture));
                break;
            case IEnumerable list:
                int count = 0;
                foreach (object? item in list)
                {
                    Add(path + "[" + count++ + "]", item, depth - 1);
                }

                Line(path + ".Count", count.ToString(CultureInfo.InvariantCulture));
                break;
            case IFormattable number when value.GetType().IsPrimitive || value is Enum || value is TimeSpan || value is decimal:
                Line(path, number.ToString(null, CultureInfo.InvariantCulture));
                break;
            case bool or Uri:
                Line(path, value.ToString()!);
                break;
            default:
                AddProperties(path, value, depth);
                break;
        }
    }

    private void AddProperties(string path, object value, int depth)
    {
        Line(path, value.GetType().Name + " " + value);
        if (depth == 0)
        {
            return;
        }

        foreach (PropertyInfo property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            Add(path + "." + property.Name, property.GetValue(value), depth - 1);
        }
    }

    private void Line(string path, string text) => _output.WriteLine(_prefix + path + " = " + text.Replace("\r", "\\r").Replace("\n", "\\n"));
}
