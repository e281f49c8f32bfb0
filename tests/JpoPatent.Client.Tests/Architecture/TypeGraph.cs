using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace JpoPatent.Tests;

/// <summary>Which type of an assembly uses which other type of it, read from the compiled file: signatures, bodies, bases and attributes.</summary>
internal sealed class TypeGraph : ISignatureTypeProvider<IEnumerable<string>, object?>, ICustomAttributeTypeProvider<IEnumerable<string>>
{
    private static readonly Dictionary<short, OpCode> OpCodesOfIl = typeof(OpCodes).GetFields()
        .Where(field => field.FieldType == typeof(OpCode)).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static readonly string[] SystemType = ["System.Type"];

    private readonly Dictionary<string, HashSet<string>> _uses = new(StringComparer.Ordinal);
    private readonly MetadataReader _reader;

    private TypeGraph(PEReader file)
    {
        _reader = file.GetMetadataReader();
        foreach (TypeDefinitionHandle handle in _reader.TypeDefinitions)
        {
            Read(file, handle);
        }
    }

    /// <summary>Each top-level type by its full name, with the full names of the top-level types that it uses.</summary>
    public static IReadOnlyDictionary<string, HashSet<string>> Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        return new TypeGraph(file)._uses;
    }

    private void Read(PEReader file, TypeDefinitionHandle handle)
    {
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        string owner = Outermost(handle);
        if (!_uses.TryGetValue(owner, out HashSet<string>? used))
        {
            _uses.Add(owner, used = new(StringComparer.Ordinal));
        }

        used.UnionWith(Entity(type.BaseType));
        used.UnionWith(type.GetInterfaceImplementations().SelectMany(item => Entity(_reader.GetInterfaceImplementation(item).Interface)));
        used.UnionWith(Constraints(type.GetGenericParameters()));
        used.UnionWith(Attributes(type.GetCustomAttributes()));
        foreach (FieldDefinition field in type.GetFields().Select(_reader.GetFieldDefinition))
        {
            used.UnionWith(field.DecodeSignature(this, null));
            used.UnionWith(Attributes(field.GetCustomAttributes()));
        }

        foreach (PropertyDefinition property in type.GetProperties().Select(_reader.GetPropertyDefinition))
        {
            used.UnionWith(Attributes(property.GetCustomAttributes()));
        }

        foreach (MethodDefinition method in type.GetMethods().Select(_reader.GetMethodDefinition))
        {
            used.UnionWith(Signature(method.DecodeSignature(this, null)));
            used.UnionWith(Constraints(method.GetGenericParameters()));
            used.UnionWith(Attributes(method.GetCustomAttributes()));
            if (method.RelativeVirtualAddress != 0)
            {
                used.UnionWith(Body(file.GetMethodBody(method.RelativeVirtualAddress)));
            }
        }

        used.Remove(owner);
    }

    private IEnumerable<string> Body(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            foreach (string name in _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null).SelectMany(names => names))
            {
                yield return name;
            }
        }

        foreach (string name in body.ExceptionRegions.Where(region => !region.CatchType.IsNil).SelectMany(region => Entity(region.CatchType)))
        {
            yield return name;
        }

        foreach (string name in Tokens(body.GetILBytes()!).SelectMany(Entity))
        {
            yield return name;
        }
    }

    private static IEnumerable<EntityHandle> Tokens(byte[] il)
    {
        for (int at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == 0xFE)
            {
                value = (short)(0xFE00 | il[at++]);
            }

            OperandType operand = OpCodesOfIl[value].OperandType;
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return MetadataTokens.EntityHandle(BitConverter.ToInt32(il, at));
            }

            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private IEnumerable<string> Entity(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return [];
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return [Outermost((TypeDefinitionHandle)handle)];
            case HandleKind.TypeSpecification:
                return _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
            case HandleKind.MethodDefinition:
                return [Outermost(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType())];
            case HandleKind.FieldDefinition:
                return [Outermost(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType())];
            case HandleKind.MemberReference:
                return Entity(_reader.GetMemberReference((MemberReferenceHandle)handle).Parent);
            case HandleKind.MethodSpecification:
                MethodSpecification method = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                return Entity(method.Method).Concat(method.DecodeSignature(this, null).SelectMany(names => names));
            default:
                return [];
        }
    }

    private IEnumerable<string> Attributes(CustomAttributeHandleCollection handles)
    {
        foreach (CustomAttribute attribute in handles.Select(_reader.GetCustomAttribute))
        {
            EntityHandle constructor = attribute.Constructor;
            foreach (string name in Entity(constructor))
            {
                yield return name;
            }

            CustomAttributeValue<IEnumerable<string>> value = attribute.DecodeValue(this);
            IEnumerable<object?> arguments = value.FixedArguments.Select(argument => argument.Value)
                .Concat(value.NamedArguments.Select(argument => argument.Value));
            foreach (string name in arguments.OfType<IEnumerable<string>>().SelectMany(names => names))
            {
                yield return name;
            }
        }
    }

    private IEnumerable<string> Constraints(GenericParameterHandleCollection parameters) => parameters
        .SelectMany(parameter => _reader.GetGenericParameter(parameter).GetConstraints())
        .SelectMany(constraint => Entity(_reader.GetGenericParameterConstraint(constraint).Type));

    private static IEnumerable<string> Signature(MethodSignature<IEnumerable<string>> signature) =>
        signature.ReturnType.Concat(signature.ParameterTypes.SelectMany(names => names));

    private string Outermost(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        while (type.IsNested)
        {
            type = _reader.GetTypeDefinition(type.GetDeclaringType());
        }

        string name = _reader.GetString(type.Name);
        return type.Namespace.IsNil ? name : _reader.GetString(type.Namespace) + "." + name;
    }

    public IEnumerable<string> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        [Outermost(handle)];

    public IEnumerable<string> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        reader.StringComparer.Equals(reader.GetTypeReference(handle).Name, nameof(Type)) ? SystemType : [];

    public IEnumerable<string> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public IEnumerable<string> GetTypeFromSerializedName(string name) => [name.Split(',', '[', '+')[0]];

    public IEnumerable<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public IEnumerable<string> GetSystemType() => SystemType;

    public bool IsSystemType(IEnumerable<string> type) => ReferenceEquals(type, SystemType);

    public PrimitiveTypeCode GetUnderlyingEnumType(IEnumerable<string> type) => PrimitiveTypeCode.Int32;

    public IEnumerable<string> GetArrayType(IEnumerable<string> elementType, ArrayShape shape) => elementType;

    public IEnumerable<string> GetSZArrayType(IEnumerable<string> elementType) => elementType;

    public IEnumerable<string> GetByReferenceType(IEnumerable<string> elementType) => elementType;

    public IEnumerable<string> GetPointerType(IEnumerable<string> elementType) => elementType;

    public IEnumerable<string> GetPinnedType(IEnumerable<string> elementType) => elementType;

    public IEnumerable<string> GetGenericInstantiation(IEnumerable<string> genericType, ImmutableArray<IEnumerable<string>> typeArguments) =>
        genericType.Concat(typeArguments.SelectMany(names => names));

    public IEnumerable<string> GetGenericMethodParameter(object? genericContext, int index) => [];

    public IEnumerable<string> GetGenericTypeParameter(object? genericContext, int index) => [];

    public IEnumerable<string> GetModifiedType(IEnumerable<string> modifier, IEnumerable<string> unmodifiedType, bool isRequired) =>
        modifier.Concat(unmodifiedType);

    public IEnumerable<string> GetFunctionPointerType(MethodSignature<IEnumerable<string>> signature) =>
        Signature(signature);
}
