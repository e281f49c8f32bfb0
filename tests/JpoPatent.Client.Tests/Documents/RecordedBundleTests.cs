using System;
using System.IO;
using System.Linq;
using JpoPatent.Tests.Models;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>The one bundle that the live service sent, and made-up ones with characters of Windows' code page, where they are at hand.</summary>
public sealed class RecordedBundleTests
{
    private const string Bundles = "../cases/bundles";

    [SharedFact]
    public void The_recorded_notice_is_read_whole()
    {
        byte[] zip = File.ReadAllBytes(Path.Combine(Shared.Folder!, "recordings", "patent_app_doc_cont_refusal_reason_2020123456.zip"));
        JpoDocument notice = Paper.Read(zip).Single();
        Assert.Null(notice.Problem);
        Assert.Equal(("06124084096", "A131", "084096", "06124084096-jpntce.xml"), (notice.DocumentNumber, notice.DocumentCode, notice.DispatchNumber, notice.FileName));
        Assert.Equal(new DateTime(2024, 2, 20), notice.DraftingDate);
        Assert.Equal(["第37条", "第29条第1項第3号", "第29条第2項", "第36条第6項第2号"], notice.Articles);
        Assert.Equal((60, PeriodUnit.Days), (notice.ResponsePeriod!.Number, notice.ResponsePeriod.Unit));
        JpoPeriod period = Assert.Single(notice.Periods);
        Assert.Equal((60, PeriodUnit.Days, PeriodStart.Dispatch, PeriodPurpose.Response, false), (period.Number, period.Unit, period.RunsFrom, period.Purpose, period.IsEarliest));
        Assert.True(notice.DrafterName?.Length > 0 && notice.AddresseeName?.Length > 0);
        Assert.True(notice.Text.Split('\n').Length > 100);
        Assert.DoesNotContain('<', notice.Text);
        Assert.DoesNotContain('\uFFFD', notice.Text);
    }

    [SharedFact(Bundles)]
    public void Names_and_texts_in_the_characters_of_Windows_are_whole()
    {
        JpoDocument notice = Paper.Read(Bundle("F2-notice-nec-ibm.zip")).Single();
        Assert.Null(notice.Problem);
        Assert.Equal("髙﨑　太郎", notice.DrafterName);
        Assert.All(new[] { "髙橋", "ⅠⅡ", "㈱" }, words => Assert.Contains(words, notice.Text, StringComparison.Ordinal));
        Assert.DoesNotContain('\uFFFD', notice.Text);

        Assert.Contains(Paper.Read(Bundle("F2-attachment-name.zip")).SelectMany(document => document.Attachments), attachment => attachment.Name == "髙.txt");
    }

    private static byte[] Bundle(string name) => File.ReadAllBytes(Path.Combine(Shared.Folder!, Bundles, name));
}
