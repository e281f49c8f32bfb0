using System;
using System.Collections.Generic;
using System.Linq;

namespace JpoPatent.Tests.Documents;

/// <summary>Made-up documents in JPO's shapes, and the way from them to what the client makes of them.</summary>
internal static class Paper
{
    public const string Number = "2019765432";

    /// <summary>One dot in white.</summary>
    public static readonly byte[] Gif =
    [
        0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x01, 0x00, 0x01, 0x00, 0x80, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00,
        0x2C, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00, 0x02, 0x02, 0x44, 0x01, 0x00, 0x3B,
    ];

    public static byte[] Jis(string text) => ZipForge.Cp932.GetBytes(text);

    /// <summary>A notice in either structure.</summary>
    public static string Notice(bool renewed, string body, string conclusion = "これについて意見がありましたら、この通知書の発送の日から６０日以内に意見書を提出してくだ<br/>\r\nさい。", string kind = "notice-of-rejection-a131", string name = "拒絶理由通知書", string extra = "")
    {
        string rn = renewed ? "-rn" : "";
        return $"""
            <?xml version="1.0" encoding="Shift_JIS"?>
            <!DOCTYPE jp:notice-pat-exam{rn} PUBLIC "-//JPO//DTD SPECIMEN//EN" "specimen.dtd" []>
            <jp:notice-pat-exam{rn} lang="ja" dtd-version="1.0" xmlns:jp="http://www.jpo.go.jp">
            <jp:{kind}{rn} jp:kind-of-law="patent">
            <jp:document-name>{name}</jp:document-name>
            <jp:bibliog-in-ntc-pat-exam{rn}>
            <jp:application-reference appl-type="application" jp:kind-of-law="patent">
            <jp:document-id>
            <jp:doc-number>{Number}</jp:doc-number>
            </jp:document-id>
            </jp:application-reference>
            <jp:drafting-date>
            <jp:date>20230407</jp:date>
            </jp:drafting-date>
            <jp:draft-person-group>
            <jp:name>髙橋　試作</jp:name>
            <jp:staff-code>1234</jp:staff-code>
            <jp:office-code>9Z00</jp:office-code>
            </jp:draft-person-group>
            <jp:addressed-to-person-group jp:kind-of-person="applicant" jp:kind-of-agent="representative">
            <jp:addressbook>
            <jp:name>雛形　花子</jp:name>
            </jp:addressbook>
            <jp:number-of-other-persons>&#160;2</jp:number-of-other-persons>
            </jp:addressed-to-person-group>
            <jp:article-group>
            <jp:article>第２９条第２項（進歩性）</jp:article>
            <jp:article>第３６条第６項第２号（明確性）</jp:article>
            </jp:article-group>
            </jp:bibliog-in-ntc-pat-exam{rn}>
            <jp:reconsideration-before-appeal jp:true-or-false="false"/>
            <jp:conclusion-part-article>
            <p num="">　{conclusion}<br/>
            <br/>
            　　　　　　理由<br/>
            </p>
            </jp:conclusion-part-article>
            <jp:drafting-body>
            <p num="">{body}</p>
            </jp:drafting-body>
            {extra}
            </jp:{kind}{rn}>
            </jp:notice-pat-exam{rn}>
            """.Replace("\n            ", "\n").Replace("\r\n", "\n").Replace("\n", "\r\n");
    }

    /// <summary>An opinion or an amendment.</summary>
    public static string Filed(string root, string kind, string code, string content) => $"""
        <?xml version="1.0" encoding="Shift_JIS"?>
        <!DOCTYPE jp:{root} SYSTEM "{root}.dtd">
        <jp:{root} lang="ja" dtd-version="1.0" xmlns:jp="http://www.jpo.go.jp">
        <jp:{kind} jp:kind-of-law="patent">
        <jp:document-code>{code}</jp:document-code>
        <jp:file-reference-id>ＭＯＣＫ－７</jp:file-reference-id>
        <jp:submission-date><jp:date>20230605</jp:date></jp:submission-date>
        <jp:addressed-to-person>特許庁審査官　殿</jp:addressed-to-person>
        <jp:indication-of-case-article><jp:application-reference appl-type="application" jp:kind-of-law="patent"><jp:document-id><jp:doc-number>{Number}</jp:doc-number></jp:document-id></jp:application-reference></jp:indication-of-case-article>
        <jp:applicants><jp:applicant jp:sequence="1"><jp:addressbook><jp:registered-number>000000001</jp:registered-number><jp:name>架空工業株式会社</jp:name></jp:addressbook></jp:applicant></jp:applicants>
        <jp:agents><jp:agent jp:sequence="1"><jp:addressbook><jp:registered-number>100000001</jp:registered-number><jp:name>雛形　花子</jp:name></jp:addressbook></jp:agent></jp:agents>
        <jp:dispatch-number>123456</jp:dispatch-number>
        {content}
        </jp:{kind}>
        </jp:{root}>
        """.Replace("\n        ", "\n");

    /// <summary>A document about a design or a trademark.</summary>
    public static string Htm(string name, string pre) =>
        "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 3.0//EN\">\r\n<HTML>\r\n<HEAD>\r\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=Shift_JIS\">\r\n<TITLE>x</TITLE>\r\n</HEAD>\r\n<BODY>\r\n<PRE>\r\n"
        + "　　　　　　　　<FONT SIZE=\"6\">" + name + "</FONT>\r\n\r\n" + pre + "\r\n</PRE>\r\n</BODY>\r\n</HTML>\r\n";

    public static IReadOnlyList<JpoDocument> Read(byte[] zip, DocumentKind? kind = DocumentKind.Refusal, JpoLaw law = JpoLaw.Patent, CaseProgress? progress = null, string? id = null) =>
        DocumentReader.Read(
            new FileAnswer(AnswerForm.Zip, "docContSpecimen_" + Number + ".zip", new MemoryContent(zip)) { RetrievedAt = DateTimeOffset.UnixEpoch },
            new DocumentSource(law, Number, kind, id),
            progress,
            default);

    public static JpoDocument One(string name, string text, DocumentKind? kind = DocumentKind.Refusal, JpoLaw law = JpoLaw.Patent, CaseProgress? progress = null, params (string Name, byte[] Content)[] beside) =>
        Read(ZipForge.Honest([(name, Jis(text)), .. beside]), kind, law, progress).Single();

    public static JpoDocument Notice(string body, bool renewed = true, string conclusion = "発送の日から６０日以内に") => One("06123001234-jpntce.xml", Notice(renewed, body, conclusion));

    /// <summary>The body of a notice, as text.</summary>
    public static string TextOf(string body)
    {
        string text = Notice("始<br/>" + body + "<br/>終").Text;
        int start = text.IndexOf("始\n", StringComparison.Ordinal) + 2;
        return text[start..text.IndexOf("\n終", start, StringComparison.Ordinal)];
    }
}
