using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;

namespace JpoPatent.Tests.Models;

/// <summary>What a user of a model can get at: everything behind public properties.</summary>
internal static class Reachable
{
    public static HashSet<string> Texts(object answer)
    {
        var texts = new HashSet<string>();
        Walk(answer, string.Empty, (path, value) =>
        {
            string? text = value switch
            {
                string s => s,
                int or long => Convert.ToString(value, CultureInfo.InvariantCulture),
                DateTime day => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                true => "true:" + path.Substring(path.LastIndexOf('.') + 1),
                _ => null,
            };
            if (text != null)
            {
                texts.Add(text);
            }
        });
        return texts;
    }

    public static IReadOnlyList<string> NullLists(object answer)
    {
        var paths = new List<string>();
        Walk(answer, string.Empty, (path, value) =>
        {
            if (value is NullList)
            {
                paths.Add(path);
            }
        });
        return paths;
    }

    private static void Walk(object? value, string path, Action<string, object?> visit)
    {
        visit(path, value);
        switch (value)
        {
            case null or string or DateTime or DateTimeOffset or Enum or NullList:
                return;
            case IEnumerable items:
                foreach (object? item in items)
                {
                    Walk(item, path + "[]", visit);
                }

                return;
        }

        if (value.GetType().Assembly != typeof(JpoAnswer).Assembly)
        {
            return;
        }

        foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            object? next = property.GetValue(value);
            bool isList = property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType);
            Walk(next ?? (isList ? new NullList() : null), path + "." + property.Name, visit);
        }
    }

    private sealed class NullList;
}
