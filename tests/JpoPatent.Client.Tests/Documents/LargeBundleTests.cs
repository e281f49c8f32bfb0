using System;
using System.Collections.Concurrent;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>Bundles over 10 MB, which the service does not send itself.</summary>
[Collection(AloneCollection.Name)]
public sealed class LargeBundleTests
{
    private static readonly byte[] Zip = ZipForge.Honest(("06123001234-jpntce.xml", Paper.Jis(Paper.Notice(true, "本文"))));

    [Fact]
    public async Task The_address_is_followed_without_the_token()
    {
        await using BundleHost host = await BundleHost.StartAsync();
        host.Answer = context => Send(context, Zip, "attachment;filename=docCont_2020000001.zip");
        using DocumentBundle bundle = await host.GetAsync();
        Assert.Equal(("docCont_2020000001.zip", (long)Zip.Length, false), (bundle.FileName, bundle.Length, bundle.FromCache));
        Assert.Equal(Zip, bundle.GetContent());
        Assert.Equal("06123001234", bundle.ReadDocuments().Single().DocumentNumber);
        var (path, headers) = Assert.Single(host.Seen);
        Assert.Equal("/bundles/docCont_1.zip", path);
        Assert.DoesNotContain(headers, header => header.Contains("uthorization", StringComparison.Ordinal) || header.Contains("Bearer", StringComparison.Ordinal) || header.StartsWith("Cookie", StringComparison.Ordinal));
        Assert.True(host.Activities.Of(JpoActivityKind.Downloading).Count >= 2);
        Assert.Equal(100, host.Activities.All.Last(activity => activity.Kind == JpoActivityKind.Downloading).Percent);

        // The address is not kept, and neither is the bundle: the next call asks again.
        using DocumentBundle again = await host.GetAsync();
        Assert.Equal((2, 2, false), (host.Asked, host.Seen.Count, again.FromCache));
    }

    [Fact]
    public async Task Redirects_are_followed_a_few_times_and_never_with_the_token()
    {
        await using BundleHost host = await BundleHost.StartAsync();
        int[] statuses = [301, 302, 303, 307, 308];
        host.Answer = context =>
        {
            int step = host.Seen.Count;
            if (step > statuses.Length)
            {
                return Send(context, Zip);
            }

            context.Response.StatusCode = statuses[step - 1];
            context.Response.Headers.Location = step % 2 == 0 ? "/next/" + step + ".zip" : host.StoreUri + "next/" + step + ".zip?x=1";
            return Task.CompletedTask;
        };
        using DocumentBundle bundle = await host.GetAsync();
        Assert.Equal(Zip, bundle.GetContent());
        Assert.Equal(6, host.Seen.Count);
        Assert.DoesNotContain(host.Seen, seen => seen.Headers.Any(header => header.Contains("uthorization", StringComparison.Ordinal)));
        Assert.Equal("5.zip", bundle.FileName);

        host.Answer = context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "/again";
            return Task.CompletedTask;
        };
        host.Seen.Clear();
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => host.GetAsync());
        Assert.Equal(BundleFetcher.MaxRedirects + 1, host.Seen.Count);
    }

    [Theory]
    [InlineData("http://store.invalid/secret.zip?Signature=hidden")]
    [InlineData("ftp://127.0.0.1/secret.zip?Signature=hidden")]
    [InlineData("file:///etc/passwd?Signature=hidden")]
    [InlineData("https://user:pass@store.invalid/secret.zip?Signature=hidden")]
    public async Task Other_addresses_are_not_followed(string address)
    {
        await using BundleHost host = await BundleHost.StartAsync();
        host.Path = address;
        var error = await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => host.GetAsync());
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pass@", error.ToString(), StringComparison.Ordinal);
        Assert.NotNull(error.Api);

        host.Path = "/first.zip";
        host.Answer = context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = address;
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => host.GetAsync());
        Assert.Single(host.Seen);
    }

    [Fact]
    public async Task This_machine_is_followed_only_by_a_client_that_talks_to_it_anyway()
    {
        using var wire = new HttpMessageInvoker(new SocketsHttpHandler());
        var fetcher = new BundleFetcher(wire, new RetryLoop(new RetryPolicy(false, () => 0), TimeProvider.System), new ServiceClock(TimeProvider.System), TimeSpan.FromSeconds(5), isOwnMachine: false);
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => fetcher.FetchAsync(ApiCatalog.PatentMailedDocuments, "2020000001", new FileAnswer(AnswerForm.Zip, new Uri("http://127.0.0.1:1/x.zip")), new CallBudget(TimeProvider.System, TimeSpan.FromMinutes(1)), null, default));
    }

    [Fact]
    public async Task Requests_for_token_API_and_bundle_are_told_to_a_listener_that_asks_without_what_is_secret()
    {
        await using BundleHost host = await BundleHost.StartAsync();
        host.Answer = context => Send(context, ZipForge.Honest([("a.xml", [1])]));
        var heard = new Listener();
        using DocumentBundle bundle = await host.Client.Patents.GetDocumentsAsync(TestServer.TestNumber.Patent(1), DocumentKind.Mailed, new JpoCallOptions { Activity = heard });

        string[] lines = heard.Requests.ToArray();
        Assert.Collection(
            lines,
            line => Assert.Matches("^POST http://.*/auth/token: HTTP 200 ", line),
            line => Assert.Matches("^GET http://.*/app_doc_cont_refusal_reason_decision/[0-9]+: HTTP 200 ", line),
            line => Assert.Matches("^GET " + host.StoreUri.AbsoluteUri + "bundles/docCont_1[.]zip: HTTP 200 ", line));
        Assert.DoesNotContain(lines, line => line.Contains("Signature", StringComparison.Ordinal) || line.Contains("Bearer", StringComparison.Ordinal));

        await host.GetAsync();
        Assert.DoesNotContain(host.Activities.All, activity => activity.Kind == JpoActivityKind.Request);
    }

    [Fact]
    public async Task An_expired_address_is_asked_for_again_once()
    {
        await using BundleHost host = await BundleHost.StartAsync();
        host.Answer = context =>
        {
            if (host.Seen.Count == 1)
            {
                context.Response.StatusCode = 403;
                return context.Response.WriteAsync("<Error><Code>AccessDenied</Code></Error>");
            }

            return Send(context, Zip);
        };
        using DocumentBundle bundle = await host.GetAsync();
        Assert.Equal(Zip, bundle.GetContent());
        Assert.Equal((2, 2), (host.Asked, host.Seen.Count));

        host.Answer = context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        };
        var error = await Assert.ThrowsAsync<JpoServiceException>(() => host.GetAsync());
        Assert.Equal((403, 4, 4), (error.HttpStatus, host.Asked, host.Seen.Count));
        Assert.DoesNotContain("Signature", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_breaks_is_begun_anew()
    {
        await using BundleHost host = await BundleHost.StartAsync();
        host.Answer = async context =>
        {
            switch (host.Seen.Count)
            {
                case 1:
                    context.Response.StatusCode = 503;
                    break;
                case 2:
                    context.Response.ContentLength = Zip.Length;
                    await context.Response.Body.WriteAsync(Zip.AsMemory(0, Zip.Length / 2));
                    await context.Response.Body.FlushAsync();
                    context.Abort();
                    break;
                default:
                    await Send(context, Zip);
                    break;
            }
        };
        using DocumentBundle bundle = await host.GetAsync();
        Assert.Equal(Zip, bundle.GetContent());
        Assert.Equal((1, 3), (host.Asked, host.Seen.Count));
        Assert.Equal(2, host.Activities.Of(JpoActivityKind.Retrying).Count);
    }

    [Fact]
    public async Task Silence_ends_a_download_and_so_does_the_user()
    {
        await using BundleHost host = await BundleHost.StartAsync(TimeSpan.FromMilliseconds(300));
        host.Answer = async context =>
        {
            await context.Response.Body.WriteAsync(Zip.AsMemory(0, 10));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        await Assert.ThrowsAsync<JpoConnectionException>(() => host.GetAsync());

        await using BundleHost patient = await BundleHost.StartAsync();
        using var stop = new CancellationTokenSource();
        patient.Answer = async context =>
        {
            await context.Response.Body.WriteAsync(Zip.AsMemory(0, 10));
            await context.Response.Body.FlushAsync();
            stop.CancelAfter(50);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => patient.GetAsync(stop.Token));
    }

    [Fact]
    public async Task What_is_no_zip_is_no_bundle()
    {
        await using BundleHost host = await BundleHost.StartAsync();
        host.Answer = context => context.Response.WriteAsync("<html>Sign in</html>");
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => host.GetAsync());
        host.Answer = context => Send(context, [.. Zip[..^30]]);
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => host.GetAsync());
        host.Answer = context => Send(context, ZipForge.Zip());
        Assert.Contains("holds no document", (await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => host.GetAsync())).Message, StringComparison.Ordinal);
        host.Answer = context => Send(context, Zip, "attachment;filename=docContRefusalReason_2020000002.zip");
        Assert.Contains("the answer is about 2020000002, and 2020000001 was asked for", (await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => host.GetAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_that_was_given_up_cannot_be_read()
    {
        await using BundleHost host = await BundleHost.StartAsync();
        host.Answer = context => Send(context, Zip);
        DocumentBundle bundle = await host.GetAsync();
        JpoDocument document = bundle.ReadDocuments().Single();
        bundle.Dispose();
        Assert.Throws<ObjectDisposedException>(() => bundle.OpenRead());
        Assert.Throws<ObjectDisposedException>(() => bundle.ReadDocuments());
        Assert.Contains("本文", document.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "JpoPatent-*.tmp"));
    }

    [Fact]
    public async Task Memory_does_not_grow_with_the_bundle()
    {
        const int Megabytes = 200;
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "large.zip");
        WriteLarge(path, Megabytes);
        await using BundleHost host = await BundleHost.StartAsync();
        host.Answer = context => context.Response.SendFileAsync(path);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        await using (new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false)), null, 0, 5))
        {
            using DocumentBundle bundle = await host.GetAsync();
            JpoDocument document = bundle.ReadDocuments().Single();
            Assert.Equal(Megabytes / 20, document.Attachments.Count);
            foreach (DocumentFormat format in new[] { DocumentFormat.Original, DocumentFormat.Zip, DocumentFormat.Html, DocumentFormat.Text })
            {
                var writer = new DocumentWriter(Path.Combine(folder.Path, format.ToString()), format);
                writer.Write(writer.Plan(document));
            }
        }

        Assert.True(most - before < 100L * 1024 * 1024, $"{(most - before) / 1024 / 1024} MB");
        Assert.Equal(new FileInfo(path).Length, new FileInfo(Directory.GetFiles(Path.Combine(folder.Path, "Zip")).Single()).Length);
        Assert.True(Directory.GetFiles(Path.Combine(folder.Path, "Original"), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) > Megabytes * 1024L * 1024);
    }

    private static void WriteLarge(string path, int megabytes)
    {
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create, ZipForge.Cp932);
        using (Stream xml = zip.CreateEntry("06123001234-jpntce.xml").Open())
        {
            xml.Write(Paper.Jis(Paper.Notice(true, "本文<img file=\"0.tif\"/>")));
        }

        byte[] noise = new byte[1024 * 1024];
        new Random(7).NextBytes(noise);
        for (int picture = 0; picture < megabytes / 20; picture++)
        {
            using Stream stream = zip.CreateEntry("06123001234-" + picture + ".tif", CompressionLevel.NoCompression).Open();
            for (int i = 0; i < 21; i++)
            {
                stream.Write(noise);
            }
        }
    }

    private sealed class Listener : IProgress<JpoActivity>, IRequestListener
    {
        public bool HearsRequests => true;

        internal ConcurrentQueue<string> Requests { get; } = new();

        public void Report(JpoActivity value)
        {
            if (value.Kind == JpoActivityKind.Request)
            {
                Requests.Enqueue(value.Message);
            }
        }
    }

    private static Task Send(HttpContext context, byte[] zip, string? disposition = null)
    {
        if (disposition != null)
        {
            context.Response.Headers.ContentDisposition = disposition;
        }

        context.Response.ContentType = "application/zip";
        context.Response.ContentLength = zip.Length;
        return context.Response.Body.WriteAsync(zip).AsTask();
    }
}
