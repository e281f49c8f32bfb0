namespace JpoPatent.Layout;

/// <summary>
/// The words that JPO's forms print where the XML has only tags. They are part of the documents, and so in Japanese
/// whatever the user's language is.
/// </summary>
internal static class PageWords
{
    /// <summary>The word for a right, with which the labels of a law begin.</summary>
    internal static string Right(JpoLaw law) =>
        law switch { JpoLaw.Design => "意匠登録", JpoLaw.Trademark => "商標登録", _ => "特許" };

    /// <summary>The heading of a section of a description; null if the part has no heading.</summary>
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

    /// <summary>The law that an element names; null where it names none that the service covers.</summary>
    internal static JpoLaw? LawOf(string? kindOfLaw) => kindOfLaw switch
    {
        "design" => JpoLaw.Design,
        "trademark" => JpoLaw.Trademark,
        "patent" => JpoLaw.Patent,
        _ => null,
    };

    /// <summary>How the account is called from which fees are paid.</summary>
    internal static string Account(string? type) => type switch
    {
        "deposit" => "予納台帳番号",
        "form" => "納付書番号",
        "electronic-cash" => "納付番号",
        "credit-card" => "指定立替納付",
        _ => "振替番号",
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
        "submit-date-of-amendment" => "補正書の提出年月日",
        "addressed-to-person" => "あて先",
        "dispatch-number" => "発送番号",
        "receipt-number" => "受付番号",
        "registered-number" => "識別番号",
        "general-power-of-attorney-id" => "包括委任状番号",
        "name" => "氏名又は名称",
        "kana" => "フリガナ",
        "original-language-of-name" => "氏名又は名称原語表記",
        "address" or "text" => "住所又は居所",
        "original-language-of-address" => "住所又は居所原語表記",
        "office-address" => "就業場所",
        "office" => "営業所",
        "office-in-japan" => "日本における営業所",
        "contact" => "連絡先",
        "legal-entity-property" => "法人の法的性質",
        "relation-of-case" => "事件との関係",
        "relation-attorney-special-matter" => "代理関係の特記事項",
        "representative-applicant" => "代表出願人",
        "share" or "share-rate" => "持分の割合",
        "trust-relation" => "信託関係事項",
        "phone" => "電話番号",
        "fax" => "ファクシミリ番号",
        "applicant" => "特許出願人",
        "agent" => "代理人",
        "inventor" => "発明者",
        "attorney" => "弁理士",
        "lawyer" => "弁護士",
        "opponent" => "異議申立人",
        "special-mention-matter-article" => "特記事項",
        "law-of-industrial-regenerate" => "国等の委託研究の成果に係る記載事項",
        "priority-claim" => "パリ条約による優先権等の主張",
        "earlier-app" => "先の出願に基づく優先権主張",
        "appeal-article" => "審判事件の表示",
        "relief-sought-in-demands" => "請求の趣旨",
        "proof-means" => "証拠方法",
        "payment-years" => "納付年分",
        "amendment-charge-article" => "手数料補正",
        "charge-article" => "手数料の表示",
        "submission-object-list-article" => "提出物件の目録",
        "citation" => "援用の表示",
        "rule-outside-item-article" => "規定外の項目",
        "notice-contents-group" => "届出の内容",
        "number-of-claim" => "請求項の数",
        "exist-of-reference-doc" => "参考文献",
        "patent-law-section30" => "特許法第３０条適用",
        "change-flag-invention-title" => "発明の名称の変更",
        "depository-ins-code" => "受託機関コード",
        "depository-number" => "受託番号",
        "version-number" => "版コード",
        _ => null,
    };
}
