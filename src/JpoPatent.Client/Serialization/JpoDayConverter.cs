using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JpoPatent.Serialization;

/// <summary>A day, <c>20240227</c>. What is no day of the calendar (<c>""</c>, <c>00000000</c>) is null.</summary>
internal sealed class JpoDayConverter : JsonConverter<DateTime?>
{
    public override bool HandleNull => true;

    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number
            && !reader.HasValueSequence
            && TryRead(reader.ValueSpan, out DateTime day))
        {
            return day;
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>
    /// Reads the digits where they stand: no text is made for any of the dozens of days in an answer.
    /// </summary>
    private static bool TryRead(ReadOnlySpan<byte> digits, out DateTime day)
    {
        day = default;
        if (digits.Length != 8)
        {
            return false;
        }

        int number = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        int year = number / 10000;
        int month = number / 100 % 100;
        int dayOfMonth = number % 100;
        if (year < 1 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateTime(year, month, dayOfMonth);
        return true;
    }
}
