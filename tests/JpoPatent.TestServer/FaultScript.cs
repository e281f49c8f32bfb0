using System.Collections.Generic;

namespace JpoPatent.TestServer;

/// <summary>What goes wrong, call by call, in the order in which it was put in.</summary>
public sealed class FaultScript
{
    private readonly List<Fault> _faults = [];

    /// <summary>Puts faults behind those that are waiting.</summary>
    public void Add(params Fault[] faults)
    {
        lock (_faults)
        {
            _faults.AddRange(faults);
        }
    }

    /// <summary>Forgets what is waiting.</summary>
    public void Clear()
    {
        lock (_faults)
        {
            _faults.Clear();
        }
    }

    /// <summary>The fault of a call, or null.</summary>
    /// <param name="api">The API, or null for the token address.</param>
    public Fault? Next(ApiDescriptor? api)
    {
        lock (_faults)
        {
            int index = _faults.FindIndex(fault => fault.Fits(api));
            if (index < 0)
            {
                return null;
            }

            Fault fault = _faults[index];
            _faults.RemoveAt(index);
            return fault;
        }
    }
}
