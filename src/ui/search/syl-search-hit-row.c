/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search-hit-row.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "notes/syl-meaning.h"
#include "syl-words.h"
#include "widgets/syl-state-mark.h"

struct _SylSearchHitRow
{
  GtkListBoxRow parent_instance;

  SylSearchKind kind;
  GVariant *target; /* owned, nullable: what opens it is asked to open */
  SylStateMark *mark;
  GtkImage *icon;
  GtkWidget *dot;
  GtkLabel *title;
  GtkLabel *context;
  GtkLabel *snippet;
};

G_DEFINE_FINAL_TYPE (SylSearchHitRow, syl_search_hit_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_dot (SylSearchHitRow    *self,
          const SylSearchHit *hit)
{
  gtk_widget_set_visible (self->dot, hit->kind == SYL_SEARCH_HIGHLIGHT);
  for (unsigned int i = 0; i < SYL_N_MEANINGS; i++)
    gtk_widget_remove_css_class (self->dot, syl_meaning_get_css_class (i));
  if (hit->kind == SYL_SEARCH_HIGHLIGHT)
    gtk_widget_add_css_class (self->dot, syl_meaning_get_css_class (hit->number));
}

static void
show_lead (SylSearchHitRow    *self,
           const SylSearchHit *hit)
{
  g_autofree char *icon = hit->kind == SYL_SEARCH_SOURCE ? syl_words_dup_kind_icon (hit->media) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->mark), hit->kind == SYL_SEARCH_PICK && !hit->extra);
  if (hit->kind == SYL_SEARCH_PICK)
    syl_state_mark_set_state (self->mark, (SylPickState) hit->number);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
  show_dot (self, hit);
}

/* What the sign at the start says, nullable. */
static const char *
get_sign (SylLibrary         *library,
          const SylSearchHit *hit)
{
  switch (hit->kind)
    {
    case SYL_SEARCH_SOURCE:
      return syl_words_for_kind (hit->media);
    case SYL_SEARCH_HIGHLIGHT:
      return syl_meaning_get_name (library, hit->number);
    case SYL_SEARCH_PICK:
    default:
      return hit->extra ? NULL : syl_words_for_state ((SylPickState) hit->number);
    }
}

/* What has meant something by its looks is said in words, and without what makes letters bold. */
static void
describe (SylSearchHitRow    *self,
          SylLibrary         *library,
          const SylSearchHit *hit)
{
  const char *sign = get_sign (library, hit);
  const char *snippet = hit->snippet != NULL ? gtk_label_get_text (self->snippet) : NULL;
  g_autofree char *facts = sign != NULL ? g_strjoin (" · ", sign, hit->context, snippet, NULL)
                                        : g_strjoin (" · ", hit->context, snippet, NULL);

  gtk_widget_set_tooltip_text (self->dot, sign);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), sign);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts,
                                  -1);
}

static void
take_action (SylSearchHitRow    *self,
             const SylSearchHit *hit)
{
  GVariant *key = g_variant_new_string (hit->key);
  GVariant *target = hit->kind == SYL_SEARCH_SOURCE ? g_variant_new ("(@ss)", key, hit->source) : key;

  self->kind = hit->kind;
  g_clear_pointer (&self->target, g_variant_unref);
  self->target = g_variant_ref_sink (target);
}

static void
syl_search_hit_row_dispose (GObject *object)
{
  g_clear_pointer (&SYL_SEARCH_HIT_ROW (object)->target, g_variant_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SYL_TYPE_SEARCH_HIT_ROW);

  G_OBJECT_CLASS (syl_search_hit_row_parent_class)->dispose (object);
}

static void
syl_search_hit_row_class_init (SylSearchHitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_search_hit_row_dispose;

  g_type_ensure (SYL_TYPE_STATE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-search-hit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SylSearchHitRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SylSearchHitRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SylSearchHitRow, dot);
  gtk_widget_class_bind_template_child (widget_class, SylSearchHitRow, title);
  gtk_widget_class_bind_template_child (widget_class, SylSearchHitRow, context);
  gtk_widget_class_bind_template_child (widget_class, SylSearchHitRow, snippet);
}

static void
syl_search_hit_row_init (SylSearchHitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_search_hit_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
syl_search_hit_row_new (void)
{
  return g_object_new (SYL_TYPE_SEARCH_HIT_ROW, NULL);
}

/**
 * syl_search_hit_row_set_hit:
 * @self: a row
 * @library: where it was found
 * @hit: what it shows from now on; not kept
 */
void
syl_search_hit_row_set_hit (SylSearchHitRow    *self,
                            SylLibrary         *library,
                            const SylSearchHit *hit)
{
  g_return_if_fail (SYL_IS_SEARCH_HIT_ROW (self));

  show_lead (self, hit);
  gtk_label_set_label (self->title, hit->title);
  gtk_label_set_label (self->context, hit->context);
  gtk_label_set_label (self->snippet, hit->snippet != NULL ? hit->snippet : "");
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), hit->snippet != NULL);
  describe (self, library, hit);
  take_action (self, hit);
}

/**
 * syl_search_hit_row_open:
 * @self: a row
 *
 * Opens what it shows.
 */
void
syl_search_hit_row_open (SylSearchHitRow *self)
{
  static const char *const actions[SYL_SEARCH_N_KINDS] = {
    [SYL_SEARCH_PICK] = "app.open-pick",
    [SYL_SEARCH_SOURCE] = "app.open-source",
    [SYL_SEARCH_HIGHLIGHT] = "app.show-highlight",
  };

  g_return_if_fail (SYL_IS_SEARCH_HIT_ROW (self));

  if (self->target != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), actions[self->kind], self->target);
}
