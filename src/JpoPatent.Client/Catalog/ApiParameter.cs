namespace JpoPatent.Catalog;

/// <summary>What stands behind the path of an API. <c>ApiParameters</c> reads it and writes it.</summary>
internal enum ApiParameter
{
    /// <summary>An application number of the API's law, ten digits.</summary>
    Application,

    /// <summary>
    /// A word for the kind, and the number of a case: application, registration, for patents also publication.
    /// </summary>
    CaseNumber,

    /// <summary>A word for the kind, and the number of a PCT application or publication.</summary>
    International,

    /// <summary>Nine digits of a person or company.</summary>
    ApplicantCode,

    /// <summary>A name, escaped.</summary>
    ApplicantName,

    /// <summary>A word for the kind, and an application or publication in DOCDB form.</summary>
    DocdbNumber,

    /// <summary>An application in DOCDB form; for single documents their id follows.</summary>
    DocdbApplication,
}
