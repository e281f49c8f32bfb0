using System;
using System.Collections.Generic;
using System.Text;

namespace JpoPatent.Benchmarks;

/// <summary>An answer about one case that is given for any case: a client refuses an answer that names another number than the one it asked for.</summary>
internal sealed class PreparedAnswer
{
    private const int NumberLength = 10;

    private readonly byte[] _body;
    private readonly List<int> _places = [];

    internal PreparedAnswer(byte[] body)
    {
        _body = body;
        ReadOnlySpan<byte> key = "\"applicationNumber\":\""u8;
        int at = body.AsSpan().IndexOf(key);
        if (at < 0)
        {
            throw new ArgumentException("The answer names no application number.", nameof(body));
        }

        ReadOnlySpan<byte> number = body.AsSpan(at + key.Length, NumberLength);
        for (int from = 0, found; (found = body.AsSpan(from).IndexOf(number)) >= 0; from += found + NumberLength)
        {
            _places.Add(from + found);
        }
    }

    /// <summary>The answer with another number of ten digits in place of its own.</summary>
    internal byte[] For(string number)
    {
        byte[] body = (byte[])_body.Clone();
        foreach (int place in _places)
        {
            Encoding.ASCII.GetBytes(number, body.AsSpan(place, NumberLength));
        }

        return body;
    }
}
