using System;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>The stores that machines or processes can share, as the suite of all of them sees them.</summary>
internal sealed class SharedStores : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly MemoryEngine _memory;
    private readonly TimeProvider _time;
    private readonly string _kind;
    private string? _container;
    private Azurite? _azurite;

    private SharedStores(string kind, TimeProvider time)
    {
        _kind = kind;
        _time = time;
        _memory = new MemoryEngine(time);
    }

    /// <summary>All kinds that can be had here.</summary>
    public static TheoryData<string> Kinds
    {
        get
        {
            var kinds = new TheoryData<string> { "memory", "file" };
            if (Azurite.IsHere)
            {
                kinds.Add("azurite");
            }

            return kinds;
        }
    }

    /// <summary>Those of them that are servers.</summary>
    public static TheoryData<string> Servers
    {
        get
        {
            var kinds = new TheoryData<string> { "memory" };
            if (Azurite.IsHere)
            {
                kinds.Add("azurite");
            }

            return kinds;
        }
    }

    internal static async Task<SharedStores> OpenAsync(string kind, TimeProvider? time = null)
    {
        var stores = new SharedStores(kind, time ?? TimeProvider.System);
        if (kind == "azurite")
        {
            stores._azurite = await Azurite.GetAsync();
            stores._container = await stores._azurite.NewContainerAsync();
        }

        return stores;
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The store as one more machine or process opens it.</summary>
    internal IRecordStore Open() => _kind == "file"
        ? new RecordFile(Path.Combine(_folder.Path, "shared.book"), [], Pacer.RecordLength, static _ => { })
        : Open(NewEngine());

    internal CompareAndSetStore Open(IRecordEngine engine) => new(engine, "v1/", _time, System.Random.Shared.NextDouble, new StoreHealth(_time), static _ => { });

    internal IRecordEngine NewEngine() => _kind == "memory"
        ? _memory
        : new BlobContainer(new Uri(_container + "/"), new BlobAccess(Azurite.Secret(_azurite!.Signature())), new HttpMessageInvoker(new SocketsHttpHandler()), _time);
}
