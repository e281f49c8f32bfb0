using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace JpoPatent.Tests.Models;

/// <summary>What all objects have alike that users export, compare and filter.</summary>
public sealed class ObjectTests
{
    private static readonly Type[] Exported = typeof(JpoAnswer).Assembly.GetExportedTypes();

    [Fact]
    public void Every_enumeration_is_a_long_because_ConvertTo_Json_writes_the_words_of_no_other()
    {
        Type[] shown = [.. Exported.Where(type => type.IsEnum && type != typeof(JpoActivityKind) && type != typeof(JpoServiceProblem))];

        Assert.True(shown.Length >= 10, string.Join(", ", shown.Select(type => type.Name)));
        Assert.All(shown, type => Assert.Equal(typeof(long), Enum.GetUnderlyingType(type)));
    }

    [Fact]
    public void Every_list_reads_as_one_text_whether_it_holds_something_or_not()
    {
        int lists = 0;
        foreach (Type type in Exported.Where(type => type.IsClass && !type.IsAbstract))
        {
            foreach (PropertyInfo property in type.GetProperties().Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && property.SetMethod != null))
            {
                object made = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
                ConstructorInfo? plain = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).FirstOrDefault(made => made.GetParameters().Length == 0);
                plain?.Invoke(made, null);
                if (property.GetValue(made) is { } initial)
                {
                    Assert.Equal((type.Name, property.Name, string.Empty), (type.Name, property.Name, initial.ToString()));
                }

                lists++;
            }
        }

        Assert.True(lists >= 20);
        Assert.Equal("甲; 乙", JpoList<string>.Of(["甲", "乙"]).ToString());
        Assert.Equal(string.Empty, JpoList<string>.Of([]).ToString());
        Assert.Equal("甲", JpoList<string>.Of(new HashSet<string> { "甲" }.ToArray()).ToString());
    }
}
