using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Security;
using System.Text;

namespace JpoPatent;

/// <summary>A user name and a password that is text only while a request is being written.</summary>
public sealed class JpoCredential : IDisposable
{
    private readonly SecureString _password;

    /// <summary>Keeps a copy of a credential.</summary>
    /// <param name="userName">The ID that JPO gave.</param>
    /// <param name="password">Its password; copied.</param>
    /// <exception cref="ArgumentException">One of the two is empty.</exception>
    public JpoCredential(string userName, SecureString password)
    {
        if (string.IsNullOrWhiteSpace(userName))
        {
            throw new ArgumentException(Client.Messages.UserNameEmpty, nameof(userName));
        }

        if (password == null || password.Length == 0)
        {
            throw new ArgumentException(Client.Messages.PasswordEmpty, nameof(password));
        }

        UserName = userName.Trim();
        _password = password.Copy();
        _password.MakeReadOnly();
    }

    /// <summary>The ID that JPO gave.</summary>
    public string UserName { get; }

    /// <summary>
    /// Whether the user name can be an ID of JPO's at all: 8 to 15 characters, of at least two of these kinds: digits,
    /// lowercase letters, and the signs <c>-</c>, <c>_</c>, <c>.</c> (JPO's handbook, article 3(3)).
    /// </summary>
    internal bool LooksLikeJpoId
    {
        get
        {
            if (UserName.Length is < 8 or > 15)
            {
                return false;
            }

            bool hasDigit = false;
            bool hasLetter = false;
            bool hasSign = false;
            foreach (char c in UserName)
            {
                hasDigit |= c is >= '0' and <= '9';
                hasLetter |= c is >= 'a' and <= 'z';
                hasSign |= c is '-' or '_' or '.';
                if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'z') or '-' or '_' or '.'))
                {
                    return false;
                }
            }

            return (hasDigit ? 1 : 0) + (hasLetter ? 1 : 0) + (hasSign ? 1 : 0) >= 2;
        }
    }

    /// <summary>The body of a login, form-encoded. The caller wipes it after use.</summary>
    internal byte[] ToLoginForm()
    {
        var form = new List<byte>(128);
        form.AddRange(Encoding.ASCII.GetBytes("grant_type=password&username="));
        AppendEncoded(form, Encoding.UTF8.GetBytes(UserName));
        form.AddRange(Encoding.ASCII.GetBytes("&password="));

        IntPtr plain = Marshal.SecureStringToGlobalAllocUnicode(_password);
        char[] characters = new char[_password.Length];
        byte[]? utf8 = null;
        try
        {
            Marshal.Copy(plain, characters, 0, characters.Length);
            utf8 = Encoding.UTF8.GetBytes(characters);
            AppendEncoded(form, utf8);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(plain);
            Array.Clear(characters, 0, characters.Length);
            if (utf8 != null)
            {
                Array.Clear(utf8, 0, utf8.Length);
            }
        }

        byte[] body = form.ToArray();
        for (int i = 0; i < form.Count; i++)
        {
            form[i] = 0;
        }

        return body;
    }

    /// <summary>Forgets the password.</summary>
    public void Dispose() => _password.Dispose();

    private static void AppendEncoded(List<byte> form, byte[] text)
    {
        const string Hex = "0123456789ABCDEF";
        foreach (byte b in text)
        {
            if (b is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z')
                or (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
            {
                form.Add(b);
            }
            else
            {
                form.Add((byte)'%');
                form.Add((byte)Hex[b >> 4]);
                form.Add((byte)Hex[b & 15]);
            }
        }
    }
}
