using System;
using System.Runtime.CompilerServices;

namespace JpoPatent.Planning;

/// <summary>Events a day by time in a stage, summed up so that a stretch of time costs two look-ups.</summary>
internal sealed class SummedRates
{
    private readonly int _step;
    private readonly float[] _rates;
    private readonly float[] _sums;

    /// <param name="step">The days of a step; the last one goes on without end.</param>
    /// <param name="rates">Events a day in each step.</param>
    public SummedRates(int step, float[] rates)
    {
        _step = step;
        _rates = rates;
        _sums = new float[rates.Length];
        for (int k = 1; k < rates.Length; k++)
        {
            _sums[k] = _sums[k - 1] + (step * rates[k - 1]);
        }
    }

    /// <summary>Events a day at an age in days.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float At(int age) => _rates[StepOf(age)];

    /// <summary>Events expected from the beginning of the stage up to an age in days.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float UpTo(int age)
    {
        int k = StepOf(age);
        return _sums[k] + ((Math.Max(age, 0) - (k * _step)) * _rates[k]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int StepOf(int age) => age <= 0 ? 0 : Math.Min((int)((uint)age / (uint)_step), _rates.Length - 1);
}
