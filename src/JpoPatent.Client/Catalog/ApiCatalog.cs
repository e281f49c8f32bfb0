using System;
using System.Collections.Generic;
using JpoPatent.Catalog;

namespace JpoPatent;

/// <summary>
/// The APIs, one row each: number, id, path, group, law, daily limit, kind of answer, command. Every other place reads
/// this table; there is no second list of APIs. The limits are those that the service's counters showed in 2026; an ID
/// can have higher ones, which the service's counter or the user corrects.
/// </summary>
public static class ApiCatalog
{
    private static readonly List<ApiDescriptor> Rows = [];

    /// <summary>1-1: <c>patent/app_progress</c>.</summary>
    public static ApiDescriptor PatentProgress { get; } = Row(
        "1-1", "patent/app_progress", "/api/patent/v1/app_progress/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Patent, 800, ApiAnswer.Json, "Get-JpoPatentProgress");

    /// <summary>1-2: <c>patent/app_progress_simple</c>.</summary>
    public static ApiDescriptor PatentProgressSimple { get; } = Row(
        "1-2", "patent/app_progress_simple", "/api/patent/v1/app_progress_simple/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Patent, 800, ApiAnswer.Json, "Get-JpoPatentProgress -Simple");

    /// <summary>1-3: <c>patent/divisional_app_info</c>.</summary>
    public static ApiDescriptor PatentDivisional { get; } = Row(
        "1-3", "patent/divisional_app_info", "/api/patent/v1/divisional_app_info/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Patent, 60, ApiAnswer.Json, "Get-JpoPatentDivisional");

    /// <summary>1-4: <c>patent/priority_right_app_info</c>.</summary>
    public static ApiDescriptor PatentPriority { get; } = Row(
        "1-4", "patent/priority_right_app_info", "/api/patent/v1/priority_right_app_info/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Patent, 60, ApiAnswer.Json, "Get-JpoPatentPriority");

    /// <summary>1-5: <c>patent/applicant_attorney_cd</c>.</summary>
    public static ApiDescriptor PatentApplicantByCode { get; } = Row(
        "1-5", "patent/applicant_attorney_cd", "/api/patent/v1/applicant_attorney_cd/",
        ApiParameter.ApplicantCode, ApiGroup.Domestic, JpoLaw.Patent, 400, ApiAnswer.Json, "Get-JpoApplicant -Law Patent -Code");

    /// <summary>1-6: <c>patent/applicant_attorney</c>.</summary>
    public static ApiDescriptor PatentApplicantByName { get; } = Row(
        "1-6", "patent/applicant_attorney", "/api/patent/v1/applicant_attorney/",
        ApiParameter.ApplicantName, ApiGroup.Domestic, JpoLaw.Patent, 400, ApiAnswer.Json, "Get-JpoApplicant -Law Patent -Name");

    /// <summary>1-7: <c>patent/case_number_reference</c>.</summary>
    public static ApiDescriptor PatentNumber { get; } = Row(
        "1-7", "patent/case_number_reference", "/api/patent/v1/case_number_reference/",
        ApiParameter.CaseNumber, ApiGroup.Domestic, JpoLaw.Patent, 100, ApiAnswer.Json, "Get-JpoPatentNumber");

    /// <summary>1-8: <c>patent/app_doc_cont_opinion_amendment</c>.</summary>
    public static ApiDescriptor PatentApplicationDocuments { get; } = Row(
        "1-8", "patent/app_doc_cont_opinion_amendment", "/api/patent/v1/app_doc_cont_opinion_amendment/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Patent, 200, ApiAnswer.Zip, "Get-JpoPatentDocument -Kind Application");

    /// <summary>1-9: <c>patent/app_doc_cont_refusal_reason_decision</c>.</summary>
    public static ApiDescriptor PatentMailedDocuments { get; } = Row(
        "1-9", "patent/app_doc_cont_refusal_reason_decision", "/api/patent/v1/app_doc_cont_refusal_reason_decision/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Patent, 200, ApiAnswer.Zip, "Get-JpoPatentDocument -Kind Mailed");

    /// <summary>1-10: <c>patent/app_doc_cont_refusal_reason</c>.</summary>
    public static ApiDescriptor PatentRefusalNotices { get; } = Row(
        "1-10", "patent/app_doc_cont_refusal_reason", "/api/patent/v1/app_doc_cont_refusal_reason/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Patent, 200, ApiAnswer.Zip, "Get-JpoPatentDocument -Kind Refusal");

    /// <summary>1-11: <c>patent/cite_doc_info</c>.</summary>
    public static ApiDescriptor PatentCitation { get; } = Row(
        "1-11", "patent/cite_doc_info", "/api/patent/v1/cite_doc_info/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Patent, 100, ApiAnswer.Json, "Get-JpoPatentCitation");

    /// <summary>1-12: <c>patent/registration_info</c>.</summary>
    public static ApiDescriptor PatentRegistration { get; } = Row(
        "1-12", "patent/registration_info", "/api/patent/v1/registration_info/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Patent, 400, ApiAnswer.Json, "Get-JpoPatentRegistration");

    /// <summary>1-13: <c>patent/jpp_fixed_address</c>.</summary>
    public static ApiDescriptor PatentUrl { get; } = Row(
        "1-13", "patent/jpp_fixed_address", "/api/patent/v1/jpp_fixed_address/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Patent, 400, ApiAnswer.Json, "Get-JpoPatentUrl");

    /// <summary>1-14: <c>patent/pct_national_phase_application_number</c>.</summary>
    public static ApiDescriptor PctNationalPhase { get; } = Row(
        "1-14", "patent/pct_national_phase_application_number", "/api/patent/v1/pct_national_phase_application_number/",
        ApiParameter.International, ApiGroup.Domestic, JpoLaw.Patent, 400, ApiAnswer.Json, "Get-JpoPctNationalPhase");

    /// <summary>2-1: <c>design/app_progress</c>.</summary>
    public static ApiDescriptor DesignProgress { get; } = Row(
        "2-1", "design/app_progress", "/api/design/v1/app_progress/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Design, 800, ApiAnswer.Json, "Get-JpoDesignProgress");

    /// <summary>2-2: <c>design/app_progress_simple</c>.</summary>
    public static ApiDescriptor DesignProgressSimple { get; } = Row(
        "2-2", "design/app_progress_simple", "/api/design/v1/app_progress_simple/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Design, 800, ApiAnswer.Json, "Get-JpoDesignProgress -Simple");

    /// <summary>2-3: <c>design/priority_right_app_info</c>.</summary>
    public static ApiDescriptor DesignPriority { get; } = Row(
        "2-3", "design/priority_right_app_info", "/api/design/v1/priority_right_app_info/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Design, 60, ApiAnswer.Json, "Get-JpoDesignPriority");

    /// <summary>2-4: <c>design/applicant_attorney_cd</c>.</summary>
    public static ApiDescriptor DesignApplicantByCode { get; } = Row(
        "2-4", "design/applicant_attorney_cd", "/api/design/v1/applicant_attorney_cd/",
        ApiParameter.ApplicantCode, ApiGroup.Domestic, JpoLaw.Design, 400, ApiAnswer.Json, "Get-JpoApplicant -Law Design -Code");

    /// <summary>2-5: <c>design/applicant_attorney</c>.</summary>
    public static ApiDescriptor DesignApplicantByName { get; } = Row(
        "2-5", "design/applicant_attorney", "/api/design/v1/applicant_attorney/",
        ApiParameter.ApplicantName, ApiGroup.Domestic, JpoLaw.Design, 400, ApiAnswer.Json, "Get-JpoApplicant -Law Design -Name");

    /// <summary>2-6: <c>design/case_number_reference</c>.</summary>
    public static ApiDescriptor DesignNumber { get; } = Row(
        "2-6", "design/case_number_reference", "/api/design/v1/case_number_reference/",
        ApiParameter.CaseNumber, ApiGroup.Domestic, JpoLaw.Design, 100, ApiAnswer.Json, "Get-JpoDesignNumber");

    /// <summary>2-7: <c>design/app_doc_cont_opinion_amendment</c>.</summary>
    public static ApiDescriptor DesignApplicationDocuments { get; } = Row(
        "2-7", "design/app_doc_cont_opinion_amendment", "/api/design/v1/app_doc_cont_opinion_amendment/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Design, 200, ApiAnswer.Zip, "Get-JpoDesignDocument -Kind Application");

    /// <summary>2-8: <c>design/app_doc_cont_refusal_reason_decision</c>.</summary>
    public static ApiDescriptor DesignMailedDocuments { get; } = Row(
        "2-8", "design/app_doc_cont_refusal_reason_decision", "/api/design/v1/app_doc_cont_refusal_reason_decision/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Design, 200, ApiAnswer.Zip, "Get-JpoDesignDocument -Kind Mailed");

    /// <summary>2-9: <c>design/app_doc_cont_refusal_reason</c>.</summary>
    public static ApiDescriptor DesignRefusalNotices { get; } = Row(
        "2-9", "design/app_doc_cont_refusal_reason", "/api/design/v1/app_doc_cont_refusal_reason/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Design, 200, ApiAnswer.Zip, "Get-JpoDesignDocument -Kind Refusal");

    /// <summary>2-10: <c>design/registration_info</c>.</summary>
    public static ApiDescriptor DesignRegistration { get; } = Row(
        "2-10", "design/registration_info", "/api/design/v1/registration_info/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Design, 400, ApiAnswer.Json, "Get-JpoDesignRegistration");

    /// <summary>2-11: <c>design/jpp_fixed_address</c>.</summary>
    public static ApiDescriptor DesignUrl { get; } = Row(
        "2-11", "design/jpp_fixed_address", "/api/design/v1/jpp_fixed_address/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Design, 400, ApiAnswer.Json, "Get-JpoDesignUrl");

    /// <summary>3-1: <c>trademark/app_progress</c>.</summary>
    public static ApiDescriptor TrademarkProgress { get; } = Row(
        "3-1", "trademark/app_progress", "/api/trademark/v1/app_progress/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Trademark, 800, ApiAnswer.Json, "Get-JpoTrademarkProgress");

    /// <summary>3-2: <c>trademark/app_progress_simple</c>.</summary>
    public static ApiDescriptor TrademarkProgressSimple { get; } = Row(
        "3-2", "trademark/app_progress_simple", "/api/trademark/v1/app_progress_simple/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Trademark, 800, ApiAnswer.Json, "Get-JpoTrademarkProgress -Simple");

    /// <summary>3-3: <c>trademark/priority_right_app_info</c>.</summary>
    public static ApiDescriptor TrademarkPriority { get; } = Row(
        "3-3", "trademark/priority_right_app_info", "/api/trademark/v1/priority_right_app_info/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Trademark, 60, ApiAnswer.Json, "Get-JpoTrademarkPriority");

    /// <summary>3-4: <c>trademark/applicant_attorney_cd</c>.</summary>
    public static ApiDescriptor TrademarkApplicantByCode { get; } = Row(
        "3-4", "trademark/applicant_attorney_cd", "/api/trademark/v1/applicant_attorney_cd/",
        ApiParameter.ApplicantCode, ApiGroup.Domestic, JpoLaw.Trademark, 400, ApiAnswer.Json, "Get-JpoApplicant -Law Trademark -Code");

    /// <summary>3-5: <c>trademark/applicant_attorney</c>.</summary>
    public static ApiDescriptor TrademarkApplicantByName { get; } = Row(
        "3-5", "trademark/applicant_attorney", "/api/trademark/v1/applicant_attorney/",
        ApiParameter.ApplicantName, ApiGroup.Domestic, JpoLaw.Trademark, 400, ApiAnswer.Json, "Get-JpoApplicant -Law Trademark -Name");

    /// <summary>3-6: <c>trademark/case_number_reference</c>.</summary>
    public static ApiDescriptor TrademarkNumber { get; } = Row(
        "3-6", "trademark/case_number_reference", "/api/trademark/v1/case_number_reference/",
        ApiParameter.CaseNumber, ApiGroup.Domestic, JpoLaw.Trademark, 100, ApiAnswer.Json, "Get-JpoTrademarkNumber");

    /// <summary>3-7: <c>trademark/app_doc_cont_opinion_amendment</c>.</summary>
    public static ApiDescriptor TrademarkApplicationDocuments { get; } = Row(
        "3-7", "trademark/app_doc_cont_opinion_amendment", "/api/trademark/v1/app_doc_cont_opinion_amendment/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Trademark, 200, ApiAnswer.Zip, "Get-JpoTrademarkDocument -Kind Application");

    /// <summary>3-8: <c>trademark/app_doc_cont_refusal_reason_decision</c>.</summary>
    public static ApiDescriptor TrademarkMailedDocuments { get; } = Row(
        "3-8", "trademark/app_doc_cont_refusal_reason_decision", "/api/trademark/v1/app_doc_cont_refusal_reason_decision/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Trademark, 200, ApiAnswer.Zip, "Get-JpoTrademarkDocument -Kind Mailed");

    /// <summary>3-9: <c>trademark/app_doc_cont_refusal_reason</c>.</summary>
    public static ApiDescriptor TrademarkRefusalNotices { get; } = Row(
        "3-9", "trademark/app_doc_cont_refusal_reason", "/api/trademark/v1/app_doc_cont_refusal_reason/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Trademark, 200, ApiAnswer.Zip, "Get-JpoTrademarkDocument -Kind Refusal");

    /// <summary>3-10: <c>trademark/registration_info</c>.</summary>
    public static ApiDescriptor TrademarkRegistration { get; } = Row(
        "3-10", "trademark/registration_info", "/api/trademark/v1/registration_info/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Trademark, 400, ApiAnswer.Json, "Get-JpoTrademarkRegistration");

    /// <summary>3-11: <c>trademark/jpp_fixed_address</c>.</summary>
    public static ApiDescriptor TrademarkUrl { get; } = Row(
        "3-11", "trademark/jpp_fixed_address", "/api/trademark/v1/jpp_fixed_address/",
        ApiParameter.Application, ApiGroup.Domestic, JpoLaw.Trademark, 400, ApiAnswer.Json, "Get-JpoTrademarkUrl");

    /// <summary>4-1: <c>opd/family</c>.</summary>
    public static ApiDescriptor OpdFamily { get; } = Row(
        "4-1", "opd/family", "/opdapi/patent/v1/family/",
        ApiParameter.DocdbNumber, ApiGroup.Opd, JpoLaw.Patent, 100, ApiAnswer.Xml, "Get-JpoOpdFamily");

    /// <summary>4-2: <c>opd/family_list</c>.</summary>
    public static ApiDescriptor OpdFamilyList { get; } = Row(
        "4-2", "opd/family_list", "/opdapi/patent/v1/family_list/",
        ApiParameter.DocdbNumber, ApiGroup.Opd, JpoLaw.Patent, 300, ApiAnswer.Xml, "Get-JpoOpdFamily -List");

    /// <summary>4-3: <c>opd/global_doc_list</c>.</summary>
    public static ApiDescriptor OpdDocumentList { get; } = Row(
        "4-3", "opd/global_doc_list", "/opdapi/patent/v1/global_doc_list/",
        ApiParameter.DocdbApplication, ApiGroup.Opd, JpoLaw.Patent, 300, ApiAnswer.Xml, "Get-JpoOpdDocumentList");

    /// <summary>4-4: <c>opd/global_cite_class</c>.</summary>
    public static ApiDescriptor OpdCitation { get; } = Row(
        "4-4", "opd/global_cite_class", "/opdapi/patent/v1/global_cite_class/",
        ApiParameter.DocdbApplication, ApiGroup.Opd, JpoLaw.Patent, 100, ApiAnswer.Xml, "Get-JpoOpdCitation");

    /// <summary>4-5: <c>opd/global_doc_cont</c>.</summary>
    public static ApiDescriptor OpdDocument { get; } = Row(
        "4-5", "opd/global_doc_cont", "/opdapi/patent/v1/global_doc_cont/",
        ApiParameter.DocdbApplication, ApiGroup.Opd, JpoLaw.Patent, 100, ApiAnswer.Pdf, "Get-JpoOpdDocument");

    /// <summary>4-6: <c>opd/jp_doc_cont</c>.</summary>
    public static ApiDescriptor OpdJapaneseDocument { get; } = Row(
        "4-6", "opd/jp_doc_cont", "/opdapi/patent/v1/jp_doc_cont/",
        ApiParameter.DocdbApplication, ApiGroup.Opd, JpoLaw.Patent, 100, ApiAnswer.Zip, "Get-JpoOpdDocument");

    /// <summary>All rows, in the order of JPO's numbers.</summary>
    public static IReadOnlyList<ApiDescriptor> All => Rows;

    /// <summary>The row with this id.</summary>
    /// <param name="id">An id such as <c>patent/app_progress</c>, in any case.</param>
    /// <returns>The row, or null where no API has that id.</returns>
    public static ApiDescriptor? Find(string id)
    {
        foreach (ApiDescriptor row in Rows)
        {
            if (string.Equals(row.Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return row;
            }
        }

        return null;
    }

    private static ApiDescriptor Row(
        string number,
        string id,
        string path,
        ApiParameter parameter,
        ApiGroup group,
        JpoLaw law,
        int dailyLimit,
        ApiAnswer answer,
        string command)
    {
        var row = new ApiDescriptor(Rows.Count, number, id, path, group, law, dailyLimit, answer, command)
        {
            Parameter = parameter,
        };
        Rows.Add(row);
        return row;
    }
}
