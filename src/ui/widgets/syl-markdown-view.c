/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/syl-markdown-view.h"

#include "syl-link.h"
#include "text/syl-markdown.h"

#define INDENT 18

struct _SylMarkdownView
{
  GtkWidget parent_instance;

  char *text; /* owned */
};

typedef enum
{
  PROP_TEXT = 1,
} SylMarkdownViewProps;

static GParamSpec *properties[PROP_TEXT + 1];

enum
{
  SIGNAL_ACTIVATE_LINK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylMarkdownView, syl_markdown_view, GTK_TYPE_WIDGET)

static gboolean
activate_link_cb (SylMarkdownView *self, const char *uri)
{
  gboolean handled = FALSE;

  g_signal_emit (self, signals[SIGNAL_ACTIVATE_LINK], 0, uri, &handled);

  return handled;
}

static gboolean
syl_markdown_view_real_activate_link (SylMarkdownView *self, const char *uri)
{
  syl_link_launch (uri, GTK_WIDGET (self));
  return TRUE;
}

static GtkWidget *
create_label (SylMarkdownView *self, const char *markup)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", markup,
                                   "use-markup", TRUE,
                                   "xalign", 0.0f,
                                   "hexpand", TRUE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "selectable", TRUE,
                                   NULL);

  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);

  return label;
}

static GtkWidget *
create_heading (SylMarkdownView *self, const SylMarkdownBlock *block)
{
  static const char *const classes[] = { "title-3", "title-4", "heading" };
  GtkWidget *label = create_label (self, block->markup);

  gtk_widget_add_css_class (label, classes[MIN (block->level, G_N_ELEMENTS (classes)) - 1]);

  return label;
}

static GtkWidget *
create_list_item (SylMarkdownView *self, const SylMarkdownBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_label_new (block->ordinal == SYL_MARKDOWN_BULLET ? "•" : NULL);

  if (block->ordinal >= 0)
    {
      g_autofree char *number = g_strdup_printf ("%d.", block->ordinal);

      gtk_label_set_label (GTK_LABEL (mark), number);
      gtk_widget_add_css_class (mark, "numeric");
    }
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (mark), 1.0f);
  gtk_widget_set_size_request (mark, INDENT, -1);
  gtk_widget_set_margin_start (box, (block->level - 1) * INDENT);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), create_label (self, block->markup));

  return box;
}

static GtkWidget *
create_quote (SylMarkdownView *self, const SylMarkdownBlock *block)
{
  GtkWidget *label = create_label (self, block->markup);

  gtk_widget_set_margin_start (label, block->level * INDENT);
  gtk_widget_add_css_class (label, "dimmed");

  return label;
}

static GtkWidget *
create_code (SylMarkdownView *self, const SylMarkdownBlock *block)
{
  GtkWidget *label = create_label (self, block->markup);

  gtk_widget_set_margin_start (label, block->level * INDENT);
  gtk_widget_add_css_class (label, "monospace");

  return label;
}

static GtkWidget *
create_block (SylMarkdownView *self, const SylMarkdownBlock *block)
{
  switch (block->kind)
    {
    case SYL_MARKDOWN_BLOCK_HEADING:
      return create_heading (self, block);
    case SYL_MARKDOWN_BLOCK_LIST_ITEM:
      return create_list_item (self, block);
    case SYL_MARKDOWN_BLOCK_QUOTE:
      return create_quote (self, block);
    case SYL_MARKDOWN_BLOCK_CODE:
      return create_code (self, block);
    case SYL_MARKDOWN_BLOCK_PARAGRAPH:
    default:
      return create_label (self, block->markup);
    }
}

static void
remove_children (SylMarkdownView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
rebuild (SylMarkdownView *self)
{
  g_autoptr (GPtrArray) blocks = syl_markdown_parse (self->text != NULL ? self->text : "");

  remove_children (self);
  for (unsigned int i = 0; i < blocks->len; i++)
    gtk_widget_set_parent (create_block (self, g_ptr_array_index (blocks, i)), GTK_WIDGET (self));
}

static void
syl_markdown_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SylMarkdownView *self = SYL_MARKDOWN_VIEW (object);

  switch ((SylMarkdownViewProps) id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syl_markdown_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SylMarkdownView *self = SYL_MARKDOWN_VIEW (object);

  switch ((SylMarkdownViewProps) id)
    {
    case PROP_TEXT:
      syl_markdown_view_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syl_markdown_view_dispose (GObject *object)
{
  remove_children (SYL_MARKDOWN_VIEW (object));

  G_OBJECT_CLASS (syl_markdown_view_parent_class)->dispose (object);
}

static void
syl_markdown_view_finalize (GObject *object)
{
  SylMarkdownView *self = SYL_MARKDOWN_VIEW (object);

  g_free (self->text);

  G_OBJECT_CLASS (syl_markdown_view_parent_class)->finalize (object);
}

static void
syl_markdown_view_class_init (SylMarkdownViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = syl_markdown_view_get_property;
  object_class->set_property = syl_markdown_view_set_property;
  object_class->dispose = syl_markdown_view_dispose;
  object_class->finalize = syl_markdown_view_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_ACTIVATE_LINK] =
    g_signal_new_class_handler ("activate-link", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                G_CALLBACK (syl_markdown_view_real_activate_link),
                                g_signal_accumulator_true_handled, NULL, NULL,
                                G_TYPE_BOOLEAN, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "markdownview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
syl_markdown_view_init (SylMarkdownView *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 12);
}

/**
 * syl_markdown_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
syl_markdown_view_new (void)
{
  return g_object_new (SYL_TYPE_MARKDOWN_VIEW, NULL);
}

/**
 * syl_markdown_view_get_text:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the Markdown it shows
 */
const char *
syl_markdown_view_get_text (SylMarkdownView *self)
{
  g_return_val_if_fail (SYL_IS_MARKDOWN_VIEW (self), NULL);

  return self->text;
}

/**
 * syl_markdown_view_set_text:
 * @self: the view
 * @text: (nullable): Markdown
 *
 * Shows @text instead of what was there.
 */
void
syl_markdown_view_set_text (SylMarkdownView *self, const char *text)
{
  g_return_if_fail (SYL_IS_MARKDOWN_VIEW (self));

  if (!g_set_str (&self->text, text))
    return;

  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
