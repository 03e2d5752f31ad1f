/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-plan.h"

static const char *const states[] = { "planned", "read", "skipped", "missed", "paused", "free" };
static const char *const orders[] = { "sections", "mixed" };

/**
 * syl_plan_week_state_to_string:
 * @state: a state
 *
 * Returns: (transfer none): its stable name, never translated
 */
const char *
syl_plan_week_state_to_string (SylPlanWeekState state)
{
  g_return_val_if_fail ((unsigned int) state < G_N_ELEMENTS (states), NULL);

  return states[state];
}

/**
 * syl_plan_order_to_string:
 * @order: an order
 *
 * Returns: (transfer none): its stable name, never translated
 */
const char *
syl_plan_order_to_string (SylPlanOrder order)
{
  g_return_val_if_fail ((unsigned int) order < G_N_ELEMENTS (orders), NULL);

  return orders[order];
}

/**
 * syl_plan_order_from_string:
 * @string: (nullable): a stable name, such as "mixed"
 * @order: (out): its order; left alone if there is none
 *
 * Returns: whether @string names an order
 */
gboolean
syl_plan_order_from_string (const char   *string,
                            SylPlanOrder *order)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (g_strcmp0 (string, orders[i]) != 0)
        continue;
      *order = (SylPlanOrder) i;
      return TRUE;
    }
  return FALSE;
}
