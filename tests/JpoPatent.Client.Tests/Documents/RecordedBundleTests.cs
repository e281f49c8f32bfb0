using System;
using System.IO;
using System.Linq;
using JpoPatent.Tests.Models;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>The one bundle that the live service sent, where it is at hand.</summary>
public sealed class RecordedBundleTests
{
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
        Assert.True(notice.DrafterName?.Length > 0 && notice.AddresseeName?.Length > 0);
        Assert.True(notice.Text.Split('\n').Length > 100);
        Assert.DoesNotContain('<', notice.Text);
        Assert.DoesNotContain('\uFFFD', notice.Text);
    }
}
