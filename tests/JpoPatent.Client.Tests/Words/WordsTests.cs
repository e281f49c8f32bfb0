using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>What the module says, in two languages.</summary>
public sealed class WordsTests
{
    private static readonly string Root = SourceTree.Root;

    /// <summary>Files that one language alone has: the meaning of Japanese messages for readers of English, and Japanese words for what English shows as it is.</summary>
    private static readonly string[] OneLanguage = ["Glosses.resx", "Values.ja.resx", "Headings.ja.resx"];

    public static TheoryData<string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string>();
            foreach (string file in Files().Where(file => !file.EndsWith(".ja.resx", StringComparison.Ordinal) && !OneLanguage.Contains(Path.GetFileName(file))))
            {
                pairs.Add(Path.GetRelativePath(Root, file));
            }

            return pairs;
        }
    }

    public static TheoryData<string, string> Codes => new()
    {
        { "107", "no data" },
        { "108", "no such document" },
        { "111", "does not cover" },
        { "203", "daily limit is used up" },
        { "204", "not allowed" },
        { "208", "one of the characters" },
        { "210", "token is not valid" },
        { "212", "user name or password" },
        { "301", "no API at this address" },
        { "302", "out of time" },
        { "303", "too many calls" },
        { "400", "not one that the service takes" },
        { "999", "unexpected error" },
    };

    [Fact]
    public void Every_file_of_words_has_its_other_language()
    {
        string[] names = [.. Files().Select(file => Path.GetRelativePath(Root, file))];

        Assert.True(names.Length >= 11, string.Join(", ", names));
        Assert.All(names.Where(name => !OneLanguage.Contains(Path.GetFileName(name))), name =>
            Assert.Contains(name.EndsWith(".ja.resx", StringComparison.Ordinal) ? name.Replace(".ja.resx", ".resx", StringComparison.Ordinal) : name.Replace(".resx", ".ja.resx", StringComparison.Ordinal), names));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_languages_have_the_same_keys(string file)
    {
        (Dictionary<string, string> english, Dictionary<string, string> japanese) = Read(file);

        // An example of a number is the same in every language.
        Assert.Equal(english.Keys.Where(key => !key.StartsWith("Example", StringComparison.Ordinal)).Order(), japanese.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_languages_fill_in_the_same_values_in_the_same_form(string file)
    {
        (Dictionary<string, string> english, Dictionary<string, string> japanese) = Read(file);

        Assert.All(japanese, pair => Assert.Equal((pair.Key, Places(english[pair.Key])), (pair.Key, Places(pair.Value))));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Japanese_words_are_Japanese_and_can_be_filled_in(string file)
    {
        (Dictionary<string, string> english, Dictionary<string, string> japanese) = Read(file);

        Assert.All(japanese, pair =>
        {
            Assert.NotEqual(english[pair.Key], pair.Value);
            Assert.Matches(@"[\u3000-\u30FF\u4E00-\u9FFF\uFF00-\uFFEF]", pair.Value);
            Assert.DoesNotContain("—", pair.Value, StringComparison.Ordinal);
        });
        foreach (string words in english.Values.Concat(japanese.Values))
        {
            object[] values = new object[8];
            foreach (Match place in Regex.Matches(words, @"\{(\d)(?::([^}]*))?\}"))
            {
                values[int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture)] = place.Groups[2].Value.StartsWith("yyyy", StringComparison.Ordinal) ? new DateTime(2026, 11, 22) : 7;
            }

            Assert.DoesNotContain("{", string.Format(CultureInfo.InvariantCulture, words, values), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_value_that_a_view_or_a_message_shows_has_a_Japanese_word()
    {
        Type[] shown = [typeof(ApiAnswer), typeof(ApiGroup), typeof(CaseState), typeof(CitationKind), typeof(DocumentKind), typeof(JpoCaseChangeKind), typeof(JpoLaw), typeof(JpoNumberKind), typeof(JpoWatchChangeKind), typeof(JpoWatchEndReason), typeof(JpoWatchImportance), typeof(PeriodPurpose), typeof(PeriodStart), typeof(QuotaSource)];
        using (Reader("ja-JP"))
        {
            Assert.All(shown.SelectMany(type => Enum.GetValues(type).Cast<Enum>()), value => Assert.NotEqual(value.ToString(), ValueWords.Of(value)));
            Assert.Equal("拒絶理由通知済", ValueWords.Of(CaseState.RefusalNotified));
            Assert.Equal("60日", PeriodWords.Of(new ResponsePeriod(60, PeriodUnit.Days)));
            Assert.Equal("3か月", PeriodWords.Of(new ResponsePeriod(3, PeriodUnit.Months)));
        }

        using (Reader("en-US"))
        {
            Assert.All(shown.SelectMany(type => Enum.GetValues(type).Cast<Enum>()), value => Assert.Equal(value.ToString(), ValueWords.Of(value)));
            Assert.Equal("60 Days", PeriodWords.Of(new ResponsePeriod(60, PeriodUnit.Days)));
        }
    }

    [Theory]
    [InlineData("ja-JP", true)]
    [InlineData("ja", true)]
    [InlineData("en-US", false)]
    [InlineData("de-DE", false)]
    [InlineData("", false)]
    public void Japanese_is_for_Japanese_readers_and_English_for_all_others(string culture, bool isJapanese)
    {
        using (Reader(culture))
        {
            Assert.Equal(isJapanese ? "トークンを更新しています" : "renewing the token", Client.Messages.TokenRefresh);

            // The same in both: it falls back.
            Assert.Equal("特願2020-123456", Client.NumberMessages.ExamplePatentApplication);
        }
    }

    [Fact]
    public async Task The_language_goes_with_the_work_to_threads_that_have_another()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        try
        {
            WordBook.Reader = CultureInfo.GetCultureInfo("ja-JP");
            Task<string> work = Task.Run(async () =>
            {
                await Task.Delay(1).ConfigureAwait(false);
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
                return Client.Messages.TokenRefresh;
            });
            WordBook.Reader = null;

            Assert.Equal("トークンを更新しています", await work);
            Assert.Equal("renewing the token", Client.Messages.TokenRefresh);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_services_own_words_come_with_what_they_mean(string code, string gloss)
    {
        const string Words = "サービスからの言葉です。";
        using (Reader("en-US"))
        {
            string message = MessageOf(code, Words);
            Assert.Contains(gloss, message, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(Words, message, StringComparison.Ordinal);
            Assert.True(message.IndexOf(gloss, StringComparison.OrdinalIgnoreCase) < message.IndexOf(Words, StringComparison.Ordinal), message);
        }

        using (Reader("ja-JP"))
        {
            string message = MessageOf(code, Words);
            Assert.DoesNotContain(gloss, message, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("[A-Za-z]{4,} [a-z]{2,}", message);
            if (code is not ("107" or "108" or "111"))
            {
                // There the error's own sentence says the same.
                Assert.Contains(Words, message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Words_of_the_service_that_are_English_need_no_gloss()
    {
        using (Reader("en-US"))
        {
            Assert.Contains("The service says: Access denied", MessageOf("210", "Access denied"), StringComparison.Ordinal);
            Assert.Contains("The service says: 未知", MessageOf("998", "未知"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("patent/app_progress", "2020400000", "特願2020-400000")]
    [InlineData("design/app_progress_simple", "2018000194", "意願2018-000194")]
    [InlineData("trademark/case_number_reference", "registration/6065594", "商標登録第6065594号")]
    [InlineData("patent/pct_national_phase_application_number", "international_application/JP2019011858", "PCT/JP2019/011858")]
    [InlineData("patent/applicant_attorney_cd", "000123456", "000123456")]
    [InlineData("opd/family", "publication/US.2015378098.A1", "US.2015378098.A1")]
    public void Japanese_says_that_there_is_nothing_for_the_number_as_people_write_it(string api, string parameters, string shown)
    {
        foreach (string code in new[] { "107", "108", "111" })
        {
            using (Reader("ja-JP"))
            {
                Assert.StartsWith(shown + " ", MessageOf(code, "該当するデータがありません。", api, parameters), StringComparison.Ordinal);
            }

            using (Reader("en-US"))
            {
                Assert.Contains(parameters, MessageOf(code, "該当するデータがありません。", api, parameters), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(CaseState.Filed, "Patent", "出願済（未公開）")]
    [InlineData(CaseState.Filed, "Trademark", "出願済（審査待ち）")]
    [InlineData(CaseState.Granted, "Patent", "特許査定（登録前）")]
    [InlineData(CaseState.Granted, "Design", "登録査定（登録前）")]
    [InlineData(CaseState.Granted, null, "特許・登録査定（登録前）")]
    [InlineData(CaseState.Registered, "Design", "登録（存続中）")]
    public void A_state_is_called_as_its_law_calls_it(CaseState state, string? law, string word)
    {
        using (Reader("ja-JP"))
        {
            Assert.Equal(word, ValueWords.OfState(state.ToString(), law));
        }

        using (Reader("en-US"))
        {
            Assert.Equal(state.ToString(), ValueWords.OfState(state.ToString(), law));
        }
    }

    [Theory]
    [InlineData(DueKind.Annuity, "Patent", "年金")]
    [InlineData(DueKind.Annuity, "Trademark", "登録料の後期分")]
    [InlineData(DueKind.Annuity, null, "年金・後期分")]
    [InlineData(DueKind.Renewal, "Trademark", "更新登録")]
    public void What_is_due_is_called_as_its_law_calls_it(DueKind kind, string? law, string word)
    {
        using (Reader("ja-JP"))
        {
            Assert.Equal(word, ValueWords.OfDue(kind.ToString(), law));
        }

        Assert.Equal(kind.ToString(), ValueWords.NameOf<DueKind>(word));
    }

    [Fact]
    public void A_state_that_was_written_in_Japanese_is_read_back_in_any_language()
    {
        foreach (string state in Enum.GetNames<CaseState>())
        {
            foreach (string? law in new[] { null, "Patent", "Design", "Trademark" })
            {
                string written;
                using (Reader("ja-JP"))
                {
                    written = ValueWords.OfState(state, law);
                }

                using (Reader("en-US"))
                {
                    Assert.Equal(state, ValueWords.NameOf<CaseState>(written));
                }
            }
        }
    }

    [Fact]
    public void No_sentence_for_a_user_stands_in_the_code()
    {
        var sentence = new Regex("(WriteWarning|WriteVerbose|ShouldProcess|ShouldContinue|ErrorDetails|ProgressRecord|JpoActivity|Jpo\\w*Exception|ArgumentException|IOException)\\([^;\\n\"]*\"[^\"\\n]*[a-z]{2,} [a-z]{2,}");
        string[] files = [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))];

        Assert.True(files.Length > 200);

        // A limit of the file format that no user can reach.
        Assert.Equal(["RecordFile.cs"], files.Where(file => sentence.IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));
    }

    [Fact]
    public void Every_word_is_said_somewhere()
    {
        Dictionary<string, string> code = Directory.GetDirectories(Path.Combine(Root, "src")).ToDictionary(
            folder => Path.GetFileName(folder),
            folder => string.Concat(Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !Regex.IsMatch(file, @"[/\\]obj[/\\]")).Select(File.ReadAllText)));
        string[] unsaid =
        [
            .. from file in Files()
               where !file.EndsWith(".ja.resx", StringComparison.Ordinal)
               let project = Path.GetRelativePath(Path.Combine(Root, "src"), file).Split(Path.DirectorySeparatorChar)[0]
               let words = Path.GetFileNameWithoutExtension(file)
               from key in Load(file).Keys
               where !Regex.IsMatch(code[project], $@"\b{words}\.{key}\b") && !code.Values.Any(text => Regex.IsMatch(text, $@"\b{project["JpoPatent".Length..].TrimStart('.')}\.{words}\.{key}\b"))
               select $"{project}: {words}.{key}",
        ];

        Assert.Empty(unsaid);
    }

    [Fact]
    public void Every_Japanese_word_of_a_value_has_its_value()
    {
        string file = Path.Combine(Root, "src", "JpoPatent.Client", "Resources", "Values.ja.resx");
        HashSet<string> values = [.. typeof(JpoClient).Assembly.GetTypes().Where(type => type.IsEnum).SelectMany(type => Enum.GetNames(type).Select(name => type.Name + "_" + name)), "Yes", "No"];

        // A state and a due date have words of their own in some laws; two fields have codes for values.
        Assert.Empty(Load(file).Keys.Select(key => Regex.Replace(key, "(?<=^(CaseState|DueKind)_.*)_(Patent|Design|Trademark|Right)$", string.Empty)).Where(key => !Regex.IsMatch(key, @"^(CitationType|ErasureIdentifier)_\d\d$")).Except(values));
    }

    [Fact]
    public void Every_Japanese_heading_stands_over_something()
    {
        string folder = Path.Combine(Root, "src", "JpoPatent");
        var shown = new HashSet<string>();
        foreach (XElement view in XDocument.Load(Path.Combine(folder, "JpoPatent.format.ps1xml")).Descendants("View"))
        {
            IEnumerable<string> properties = view.Descendants("ListItem").Where(item => item.Element("Label") == null).Select(item => item.Element("PropertyName")!.Value);
            Add(view.Element("Name")!.Value, view.Descendants("Label").Select(label => label.Value).Concat(properties));
        }

        foreach (XElement list in XDocument.Load(Path.Combine(folder, "Resources", "Lists.ja.xml")).Descendants("list"))
        {
            Add(list.Attribute("of")!.Value, list.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        Assert.True(shown.Count > 100);
        Assert.Empty(Load(Path.Combine(folder, "Resources", "Headings.ja.resx")).Keys.Select(key => Regex.Replace(key, @"\.Width$", string.Empty)).Except(shown));

        void Add(string view, IEnumerable<string> labels)
        {
            foreach (string label in labels)
            {
                shown.Add(label);
                shown.Add(view + "." + label);
            }
        }
    }

    private static string MessageOf(string code, string words, string api = "patent/app_progress", string parameters = "2020123456")
    {
        byte[] body = Encoding.UTF8.GetBytes("{\"result\":{\"statusCode\":\"" + code + "\",\"errorMessage\":\"" + words + "\",\"remainAccessCount\":\"\",\"data\":{}}}");
        var response = new ApiResponse(HttpStatusCode.OK, body, Envelope.Read(body), DateTimeOffset.UnixEpoch, isFromCache: false);
        return AnswerErrors.ToException(ApiCatalog.Find(api)!, parameters, response).Message;
    }

    private static Restore Reader(string culture)
    {
        var restore = new Restore(CultureInfo.CurrentUICulture);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return restore;
    }

    private static string[] Files() => [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.resx", SearchOption.AllDirectories)];

    private static (Dictionary<string, string> English, Dictionary<string, string> Japanese) Read(string file) =>
        (Load(Path.Combine(Root, file)), Load(Path.Combine(Root, file.Replace(".resx", ".ja.resx", StringComparison.Ordinal))));

    private static Dictionary<string, string> Load(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Places(string words) => string.Join(" ", Regex.Matches(words, @"\{\d[^}]*\}").Select(place => place.Value).Distinct().Order());

    private sealed class Restore(CultureInfo culture) : IDisposable
    {
        public void Dispose() => CultureInfo.CurrentUICulture = culture;
    }
}
