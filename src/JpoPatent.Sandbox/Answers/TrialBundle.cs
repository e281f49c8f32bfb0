using System.Collections.Generic;
using JpoPatent.Sandbox.Documents;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Answers;

/// <summary>
/// Application numbers of no case, which have bundles all the same: such as the service should never send, to try out
/// what a client does with them. They are the same for all three laws.
/// </summary>
internal static class TrialBundle
{
    /// <summary>A bundle of more than 10 MB.</summary>
    public const string Large = "2020999991";

    /// <summary>A bundle that is cut off in the middle of a picture.</summary>
    public const string Damaged = "2020999992";

    /// <summary>A bundle with a name that leads out of the folder.</summary>
    public const string Hostile = "2020999993";

    private const int LargePicture = 11 * 1024 * 1024;
    private const int SearchedSerials = 2_000;

    public static bool Is(string number) => number is Large or Damaged or Hostile;

    /// <summary>
    /// The bundle of some case, spoilt in the number's way. Null where no case can be found to take one from.
    /// </summary>
    public static byte[]? Zip(Question question, BundleKind kind)
    {
        if (Model(question, kind) is not { } found)
        {
            return null;
        }

        IReadOnlyList<CaseDocument> documents = Bundle.Documents(found, kind);
        string number = documents[0].Number;
        switch (question.Parameters[0])
        {
            case Large:
                return Bundle.Zip(found, documents, [new BundleEntry(number + "-figure.gif", Noise())]);
            case Hostile:
                return Bundle.Zip(found, documents, [new BundleEntry("../../" + number + "-outside.txt", [(byte)'x'])]);
            default:
                byte[] whole = Bundle.Zip(found, documents);
                byte[] part = new byte[whole.Length * 2 / 3];
                System.Array.Copy(whole, part, part.Length);
                return part;
        }
    }

    private static CaseRecord? Model(Question question, BundleKind kind)
    {
        for (int serial = 1; serial <= SearchedSerials; serial++)
        {
            string number = "2018" + (serial * 7).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
            CaseRecord? found;
            if (question.Api.Law == JpoLaw.Patent)
            {
                PatentWorld.Find(number, question.Horizon, out PatentCase? patent);
                found = patent;
            }
            else
            {
                RightWorld.Find(question.Api.Law, number, question.Horizon, out found);
            }

            if (found != null && Bundle.Documents(found, kind).Count > 0)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A picture by its first bytes, and nothing that shrinks behind.</summary>
    private static byte[] Noise()
    {
        byte[] noise = new byte[LargePicture];
        ulong state = 1;
        for (int i = 0; i < noise.Length; i += 8)
        {
            state = Dice.Mix(state);
            System.BitConverter.GetBytes(state).CopyTo(noise, i);
        }

        Picture.Gif.CopyTo(noise, 0);
        return noise;
    }
}
