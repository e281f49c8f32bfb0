using System;
using System.Text;
using Xunit;

namespace JpoPatent.Tests;

public sealed class EnvelopeTests
{
    [Fact]
    public void The_head_and_the_place_of_the_data_are_read_from_a_domestic_answer()
    {
        byte[] body = Encoding.UTF8.GetBytes("""{"result":{"statusCode":"100","errorMessage":"","remainAccessCount":"787","data":{"a":[1,{"b":"c"}]}}}""");

        Envelope envelope = Envelope.Read(body);

        Assert.Equal(AnswerForm.Json, envelope.Form);
        Assert.Equal("100", envelope.StatusCode);
        Assert.Null(envelope.ErrorMessage);
        Assert.Equal(787, envelope.Remaining);
        Assert.Equal("""{"a":[1,{"b":"c"}]}""", Encoding.UTF8.GetString(envelope.Data(body).Span));
    }

    [Theory]
    [InlineData("""{"result":{"data":{"x":1},"remainAccessCount":5,"statusCode":100}}""")]
    [InlineData("""  {"other":[{"result":{}}],"result":{"data":{"x":1},"more":{"statusCode":"999"},"statusCode":"100","remainAccessCount":"5"},"last":null}""")]
    [InlineData("\uFEFF\r\n{\"result\":{\"statusCode\":\"100\",\"remainAccessCount\":\"5\",\"data\":{\"x\":1}}}")]
    public void Order_extra_fields_numbers_and_a_byte_order_mark_do_no_harm(string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);

        Envelope envelope = Envelope.Read(body);

        Assert.Equal("100", envelope.StatusCode);
        Assert.Equal(5, envelope.Remaining);
        Assert.Equal("""{"x":1}""", Encoding.UTF8.GetString(envelope.Data(body).Span));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\"-1\"")]
    [InlineData("\"many\"")]
    [InlineData("{}")]
    [InlineData("\"99999999999\"")]
    public void A_counter_that_is_none_is_null(string counter)
    {
        Envelope envelope = Envelope.Read(Encoding.UTF8.GetBytes("{\"result\":{\"statusCode\":\"303\",\"remainAccessCount\":" + counter + ",\"data\":{}}}"));

        Assert.Equal("303", envelope.StatusCode);
        Assert.Null(envelope.Remaining);
    }

    [Fact]
    public void The_head_of_an_opd_answer_is_read_whatever_its_namespace()
    {
        Envelope envelope = Envelope.Read(Encoding.UTF8.GetBytes(
            """<?xml version="1.0" encoding="UTF-8"?><api-data xmlns="https://www.jpo.go.jp"><statusCode>107</statusCode><errorMessage>なし</errorMessage><remainAccessCount>99</remainAccessCount><family-data/></api-data>"""));

        Assert.Equal(AnswerForm.Xml, envelope.Form);
        Assert.Equal(("107", "なし", 99), (envelope.StatusCode, envelope.ErrorMessage, envelope.Remaining));
    }

    [Theory]
    [InlineData("", "Empty")]
    [InlineData(" \r\n", "Empty")]
    [InlineData("PK\u0003\u0004rest PK\u0005\u0006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "Zip")]
    [InlineData("PK\u0003\u0004rest PK\u0005\u0006\0\0\0\0\0\0\0\0\0\0", "Zip")]
    [InlineData("PK\u0003\u0004cut off", "Zip")]
    [InlineData("PK\u0005\u0006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "Zip")]
    [InlineData("PK\u0003\u0004 and no directory at its end", "Zip")]
    [InlineData("%PDF-1.4", "Pdf")]
    [InlineData("<!DOCTYPE html><html></html>", "Html")]
    [InlineData("\r\n<HTML><body>", "Html")]
    [InlineData("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "Html")]
    [InlineData("<api-data><statusCode>100", "Unknown")]
    [InlineData("<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><api-data><statusCode>&y;</statusCode></api-data>", "Unknown")]
    [InlineData("<other/>", "Unknown")]
    [InlineData("{\"result\":{\"statusCode\":\"100\",\"data\":{", "Unknown")]
    [InlineData("{\"result\":{\"statusCode\":\"100\",\"data\":{}}", "Unknown")]
    [InlineData("{\"access_token\":\"x\"}", "Unknown")]
    [InlineData("{", "Unknown")]
    [InlineData("[]", "Unknown")]
    [InlineData("Service Unavailable", "Unknown")]
    public void What_a_body_is_is_told_from_its_bytes(string body, string form)
    {
        Assert.Equal(form, Envelope.Read(Encoding.UTF8.GetBytes(body)).Form.ToString());
    }

    [Fact]
    public void Any_cut_of_an_answer_is_seen_as_cut()
    {
        byte[] whole = Encoding.UTF8.GetBytes("""{"result":{"statusCode":"100","errorMessage":"","remainAccessCount":"787","data":{"applicationNumber":"2020123456","inventionTitle":"架空"}}}""");

        for (int length = 1; length < whole.Length; length++)
        {
            Assert.NotEqual(AnswerForm.Json, Envelope.Read(whole.AsMemory(0, length)).Form);
        }
    }
}
