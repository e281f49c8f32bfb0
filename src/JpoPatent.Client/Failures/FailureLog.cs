using System;
using System.Collections.Generic;
using System.Text;
using JpoPatent.Text;

namespace JpoPatent.Failures;

/// <summary>The last failed calls of a connection, in memory only, for a report to JPO's support centre.</summary>
internal sealed class FailureLog
{
    internal const int Capacity = 20;

    private const int HeadBytes = 1024;

    private readonly Queue<FailedCall> _calls = new(Capacity);

    /// <summary>The calls, the latest last.</summary>
    internal IReadOnlyList<FailedCall> Calls
    {
        get
        {
            lock (_calls)
            {
                return _calls.ToArray();
            }
        }
    }

    internal void Add(FailedCall call)
    {
        lock (_calls)
        {
            if (_calls.Count == Capacity)
            {
                _calls.Dequeue();
            }

            _calls.Enqueue(call);
        }
    }

    /// <summary>An address as it may be shown: no user name, no query.</summary>
    internal static string Show(Uri address) =>
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>The beginning of a body as text that can be shown anywhere.</summary>
    internal static string Head(ReadOnlyMemory<byte> body)
    {
        byte[] bytes = body.Slice(0, Math.Min(body.Length, HeadBytes)).ToArray();
        var text = new StringBuilder(Encoding.UTF8.GetString(bytes));
        for (int i = 0; i < text.Length; i++)
        {
            // Files are not text, and a terminal must not take orders from an answer.
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\t'))
            {
                text[i] = text[i] == '\r' ? ' ' : '.';
            }
        }

        return Redaction.Clean(text.ToString());
    }
}
