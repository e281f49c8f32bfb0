using System.IO;

namespace JpoPatent.State;

/// <summary>The store gave no answer, or not one that can be believed.</summary>
/// <param name="message">In words, without a secret.</param>
/// <param name="isRefusal">Whether the store said no: nothing was written, and asking again does not help.</param>
internal sealed class StateStoreException(string message, bool isRefusal) : IOException(message)
{
    internal bool IsRefusal => isRefusal;
}
