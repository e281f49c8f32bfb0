namespace JpoPatent;

/// <summary>The words that JPO's forms print where the XML has only tags. They are part of the documents, and so in Japanese whatever the user's language is.</summary>
internal static class PageWords
{
    /// <summary>The word for a right, with which the labels of a law begin.</summary>
    internal static string Right(JpoLaw law) => law switch { JpoLaw.Design => "意匠登録", JpoLaw.Trademark => "商標登録", _ => "特許" };

    /// <summary>The heading of a section of a description; null where the part is none.</summary>
    internal static string? Section(string part) => part switch
    {
        "technical-field" => "技術分野",
        "background-art" => "背景技術",
        "citation-list" => "先行技術文献",
        "patent-literature" => "特許文献",
        "non-patent-literature" => "非特許文献",
        "cited-others" => "参考文献",
        "summary-of-invention" => "発明の概要",
        "disclosure" => "発明の開示",
        "tech-problem" => "発明が解決しようとする課題",
        "tech-solution" => "課題を解決するための手段",
        "advantageous-effects" => "発明の効果",
        "description-of-drawings" => "図面の簡単な説明",
        "description-of-embodiments" => "発明を実施するための形態",
        "best-mode" or "mode-for-invention" => "発明を実施するための最良の形態",
        "industrial-applicability" => "産業上の利用可能性",
        "reference-to-deposited-biological-material" => "受託番号",
        "sequence-list-text" => "配列表フリーテキスト",
        "sequence-list" => "配列表",
        "reference-signs-list" => "符号の説明",
        _ => null,
    };

    /// <summary>The label of a part; null where none is known.</summary>
    internal static string? Label(string part) => part switch
    {
        "description" => "明細書",
        "claims" => "特許請求の範囲",
        "abstract" => "要約書",
        "drawings" => "図面",
        "request" or "application" => "特許願",
        "file-reference-id" => "整理番号",
        "submission-date" => "提出日",
        "dispatch-date" => "発送日",
        "filing-date" => "出願日",
        "priority-date" => "優先日",
        "addressed-to-person" => "あて先",
        "dispatch-number" => "発送番号",
        "registered-number" => "識別番号",
        "name" => "氏名又は名称",
        "address" or "text" => "住所又は居所",
        "representative-applicant" or "representative" => "代表者",
        "phone" => "電話番号",
        "fax" => "ファクシミリ番号",
        "applicant" => "特許出願人",
        "agent" => "代理人",
        "inventor" => "発明者",
        "attorney" => "弁理士",
        "lawyer" => "弁護士",
        "opinion-contents-article" => "意見の内容",
        "proof-means" => "証拠方法",
        "proof-necessity" => "証明の必要",
        "amendment-charge-article" or "charge-article" => "手数料の表示",
        "submission-object-list-article" => "提出物件の目録",
        "number-of-claim" => "請求項の数",
        "num-claim-increase-amendment" => "補正により増加する請求項の数",
        "num-claim-decrease-amendment" => "補正により減少する請求項の数",
        "exist-of-reference-doc" => "参考文献",
        "patent-law-section30" => "特許法第３０条適用",
        "change-flag-invention-title" => "発明の名称の変更",
        "ipc-article" => "国際特許分類（ＩＰＣ）",
        "classification-article" => "分類",
        "deposit-article" => "菌寄託",
        "parent-application-article" => "原出願",
        "field-of-search-article" => "調査した分野（ＩＰＣ，ＤＢ名）",
        "patent-reference-article" => "参考特許文献",
        "reference-books-article" => "参考図書雑誌",
        _ => null,
    };
}
